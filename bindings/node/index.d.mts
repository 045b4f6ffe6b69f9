// For `import`: the same as index.d.ts, and everything as the default too.

import * as wirecodes from "./index.js";

export * from "./index.js";
export default wirecodes;
