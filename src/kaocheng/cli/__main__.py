"""`python -m kaocheng.cli`, the same as the command `kaocheng`."""

from __future__ import annotations

import sys

from kaocheng.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
