"""`reportctl init`: a project that works at once."""

from __future__ import annotations

import datetime as dt
import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console
from reportctl.errors import ExitCode, UsageError
from reportctl.scaffold import examples
from reportctl.scaffold.carry import carry
from reportctl.scaffold.fresh import AREA, new, usual_year
from reportctl.scaffold.installing import install
from reportctl.scaffold.roster import read_roster
from reportctl.scaffold.wording import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.scaffold.contents import Contents


class Keys(StrEnum):
    """The language of keys."""

    ENGLISH = "en"
    CHINESE = "zh"


def command(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", readable=False, help="项目文件夹，没有就新建（默认当前文件夹）"),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="N", help="报告的年度（默认：上半年是上一年，下半年是今年）"),
    ] = None,
    area: Annotated[str | None, typer.Option("--area", metavar="名", help="地区，如 鹤城区")] = None,
    departments: Annotated[
        Path | None,
        typer.Option(
            "--departments",
            metavar="FILE",
            readable=False,
            help="部门名单：文本文件一行一个，或 .csv（名称、简称、截止日期）",
        ),
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="NAME",
            help="复制自带的示例，如 hecheng-2023",
            autocompletion=examples.names,
        ),
    ] = None,
    keys: Annotated[Keys | None, typer.Option("--keys", help="键名用英文 en（默认）还是中文 zh")] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="DIR", readable=False, help="由上年的项目生成：沿用提纲、名单和公文要素"
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="覆盖同名的文件；原来的内容存进 backup 文件夹")
    ] = False,
) -> int:
    """新建项目：报告设置和每个部门的表单。"""
    target = _target(folder)
    _check_combination(example, source, departments, (year, area, keys))
    if example is not None:
        made, steps = examples.example(example), []
    elif source is not None:
        made, steps = _carried(source, target, (year, area, keys)), [_READ_OVER, _HAND_OUT]
    else:
        made, steps = _new(year, area, departments, keys), [_adapt(area, departments), _HAND_OUT]
    backup = install(made.files, target, force=force)
    console.path(target)
    console.talk("\n".join(_summary(made, target, backup, steps)))
    return ExitCode.OK


_HAND_OUT = "把 submissions 里的表单发给各部门填写，收回后放回原处"
_READ_OVER = "打开 report.yaml 通读一遍，改掉今年不同的地方"


def _adapt(area: str | None, departments: Path | None) -> str:
    places = "地区、“某某”" if area is None else "“某某”"
    if departments is not None:
        return f"打开 report.yaml，把{places}改成本地的"
    hint = "有现成名单的，存成文本文件，一行一个，用 --departments 重新生成"
    return f"打开 report.yaml，把{places}和示例的部门名单改成本地的（{hint}）"


def _target(folder: Path | None) -> Path:
    """Where the project goes: DIR, or what -C says, or the current folder."""
    given = console.settings.folder
    if folder is not None and given is not None:
        raise UsageError("-C 和 DIR 都写了文件夹", hint="只写一个：reportctl init DIR")
    return folder or given or Path()


def _check_combination(
    example: str | None, source: Path | None, departments: Path | None, others: tuple[str | None, ...]
) -> None:
    """Each option says one thing: two sources of the same contents are a question, not an answer."""
    if example is not None and any(other is not None for other in (source, departments, *others)):
        raise UsageError("--example 原样复制示例，不能再加别的内容选项", hint="只留 --example 和 --force")
    if source is not None and departments is not None:
        hint = "名单有变动的，生成后改 report.yaml 的部门名单，增减表单"
        raise UsageError("--from 沿用上年的名单，不能再加 --departments", hint=hint)


def _new(year: str | None, area: str | None, departments: Path | None, keys: Keys | None) -> Contents:
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    chosen = usual_year(today) if year is None else _year(year)
    roster = () if departments is None else read_roster(departments)
    return new(chosen, AREA if area is None else area.strip(), roster, Language(keys or Keys.ENGLISH))


def _carried(source: Path, target: Path, given: tuple[str | None, str | None, Keys | None]) -> Contents:
    year, area, keys = given
    if target.exists() and source.exists() and target.samefile(source):
        raise UsageError("--from 指的就是要新建的文件夹", hint="今年的项目放在另一个文件夹里")
    return carry(
        source,
        None if year is None else _year(year),
        None if area is None else area.strip(),
        None if keys is None else Language(keys),
    )


def _year(text: str) -> int:
    digits = text.strip().removesuffix("度").removesuffix("年")
    if not digits.isdecimal():
        raise UsageError(f"--year 后面不是年份：{text}", hint="写四位数的年份，如 2023")
    return int(digits)


def _summary(made: Contents, target: Path, backup: Path | None, steps: list[str]) -> Iterator[str]:
    """What was made, what to look over, what to do next."""
    said = f"项目建好了，有 {made.forms} 张部门表单" if steps else f"示例复制好了，有 {made.forms} 份部门材料"
    yield f"{said}。"
    if backup is not None:
        yield f"被覆盖的内容存进了 {backup}。"
    if made.notes:
        yield "请核对："
        yield from (f"  · {note}" for note in made.notes)
    here = target.resolve() == Path.cwd()
    program = "reportctl" if here else f"reportctl -C {shlex.quote(str(target))}"
    every = [
        *steps,
        f"检查材料：{program} validate\n     看谁没交：{program} status",
        f"生成报告：{program} build\n     没收齐时看草稿：{program} build --draft",
    ]
    yield "接下来："
    yield from (f"  {number}. {step}" for number, step in enumerate(every, 1))
