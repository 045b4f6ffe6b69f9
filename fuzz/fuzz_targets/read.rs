//! Reading any bytes: no panic, and what is read lies within what was given.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirecodes::reply::read;

fuzz_target!(|bytes: &[u8]| {
    let reply = read(bytes);
    let within = |part: &[u8]| part.is_empty() || bytes.as_ptr_range().contains(&part.as_ptr());
    assert!(within(reply.as_bytes()));
    let mut last = None;
    for line in reply.lines() {
        assert!(within(line.text()));
        last = line.number().or(last);
    }
    assert_eq!(reply.number(), last);
    assert!(reply.number().is_none_or(|number| number <= 999));
    if let (Some(number), Some(enhanced)) = (reply.number(), reply.enhanced()) {
        assert_eq!(number / 100, enhanced.class);
    }
    assert!(reply.faults().iter().count() == 0 || !reply.faults().is_empty());
    // What it is shown as is text, and has no control characters but ends of lines.
    assert!(reply.to_string().chars().all(|c| c == '\n' || !c.is_control()));
});
