"""`python -m reportctl`."""

import sys

from reportctl.cli import main

sys.exit(main())
