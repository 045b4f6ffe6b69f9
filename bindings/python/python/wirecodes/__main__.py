"""The command: `python -m wirecodes show smtp 450`."""

import sys

from wirecodes._wirecodes import run


def main() -> int:
    """Runs the command with the arguments of this process and returns its exit status."""
    return run(["wirecodes", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
