"""`reportctl` and `python -m reportctl`: the process around the command line."""

from __future__ import annotations

import gc
import os
from typing import NoReturn

# A command lives for a second and makes no cycles worth collecting; Pydantic would search all installed
# packages for plugins, and none may change what a report means.
gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def run() -> NoReturn:
    """Run the command line; what is left then is freeing memory, a fifth of a short run's time."""
    from reportctl.cli import main  # noqa: PLC0415 - after the two lines above

    os._exit(main())


if __name__ == "__main__":
    run()
