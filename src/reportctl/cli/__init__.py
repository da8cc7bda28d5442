"""The command line: declare, call, report, exit. The only home of Typer and Rich."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING, cast

import typer

from reportctl.cli import completion, console, reports, usage
from reportctl.cli.app import hoisted, program, settle_early
from reportctl.errors import ExitCode, ProjectError, ReportctlError, is_out_of_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

# Typer vendors Click and exports of this family only BadParameter, a kind of UsageError.
_UsageError = cast("type[Exception]", typer.BadParameter.__base__)
_RESERVE = 4 << 20
"""Bytes that a run keeps for its last words: without them it may die of the words that memory ran out."""
_FREE_MEMORY = "关掉别的程序再运行\uff1b看看材料里有没有特别大的文件"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: the one place that maps exceptions to codes."""
    console.prepare()
    given = sys.argv[1:] if arguments is None else arguments
    shell = os.environ.get(completion.VARIABLE)
    if shell:
        return completion.answer(shell, program(), given)
    given = hoisted(given)
    settle_early(given)
    reserve = bytearray(_RESERVE)
    try:
        code = program()(given, prog_name="reportctl", standalone_mode=False)
        code = ExitCode.OK if code is None else int(code)
    except _UsageError as error:
        console.error(*usage.usage_error(error))
        code = ExitCode.USAGE
    except ProjectError as error:
        console.settings.counts = reports.Result(error.findings).counted()
        reports.show(error.findings)
        console.error(error.message, error.hint)
        code = error.exit_code
    except ReportctlError as error:
        console.error(error.message, error.hint)
        code = error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a bug must not show a traceback to a clerk
        reserve.clear()
        code = _failed(error)
    if code == ExitCode.INTERRUPTED:  # Typer makes an interrupt an exit code of its own accord
        console.error("已中断", "")
    return console.finish(code)


def _failed(error: Exception) -> int:
    """Say what the machine refused, or that the program has a bug."""
    if is_out_of_memory(error):
        traceback.clear_frames(error.__traceback__)  # they hold all that was read
        sys.unraisablehook = lambda _: None  # what else fails for want of memory follows from it
        console.error("内存不够\uff0c没有做完", _FREE_MEMORY)
        return ExitCode.IO
    if isinstance(error, OSError):
        failure = console.refused(error)
        console.error(failure.message, failure.hint)
        return failure.exit_code
    return _bug(error)


def _bug(error: Exception) -> int:
    if os.environ.get("REPORTCTL_DEBUG"):
        traceback.print_exc()
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"  # noqa: PTH119 - a frame's name is text
    console.error(
        f"程序出错：{type(error).__name__}（{place}）{error}",
        "这是 reportctl 的毛病，不是您的。请把这一行和出错的文件发给开发者；REPORTCTL_DEBUG=1 显示详情",
    )
    return ExitCode.BUG
