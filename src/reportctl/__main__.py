"""`reportctl` and `python -m reportctl`: the process around the command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

# A command lives for a second and makes no cycles worth collecting: looking for them takes a fifth of it.
# Pydantic would search all installed packages for plugins, and none may change what a report means.
gc.disable()
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def run() -> NoReturn:
    """Run the command line."""
    _use_utf8()
    try:
        from reportctl.cli import main  # noqa: PLC0415 - after the two lines above

        code = main()
    except KeyboardInterrupt:  # before or behind what `main` guards
        code = 130
    gc.freeze()  # the interpreter would look through everything once more as it ends
    sys.exit(code)


def _use_utf8() -> None:
    """Start anew in Python's UTF-8 mode where the locale has another encoding.

    A project's file names are UTF-8, whatever the locale of the one who builds: read as GBK, say, they are
    other names, and the report would get another one, too. A terminal keeps the encoding that it has.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        if sys.stdout is not None:
            os.environ["PYTHONIOENCODING"] = sys.stdout.encoding
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


if __name__ == "__main__":
    run()
