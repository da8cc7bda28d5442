"""`reportctl build`: one official report from everything that was handed in."""

from __future__ import annotations

import functools
import inspect
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportctl.cli import console
from reportctl.cli.reports import Result, show
from reportctl.document import Form
from reportctl.errors import ExitCode, UsageError
from reportctl.project.building import Order, build
from reportctl.project.commenting import Comments
from reportctl.project.output import Written, check_named, name_problem, rendered, stale, write
from reportctl.render.formats import DEFAULT, FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportctl.project.building import Checked
    from reportctl.project.opening import Project
    from reportctl.project.output import RenderedFile
    from reportctl.render.formats import Format

_PUBLIC = "html"
"""The format that is the public form where no form is asked for: a page is for everybody to read."""


class FormChoice(StrEnum):
    """The three forms, by either name."""

    PLAIN = "plain"
    FORMAL = "formal"
    PUBLIC = "public"


def _with_a_flag_for_each_format(function: Callable[..., int]) -> Callable[..., int]:
    """The command as Typer is to see it: a flag for each format ahead of its own options."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    flags = [
        inspect.Parameter(
            row.name,
            keyword,
            default=False,
            annotation=Annotated[bool, typer.Option(row.flag, help=row.help)],
        )
        for row in FORMATS
    ]
    signature = inspect.signature(function, eval_str=True)
    own = [given for given in signature.parameters.values() if given.kind is not given.VAR_KEYWORD]
    parameters = [*flags, *(given.replace(kind=keyword) for given in own)]
    seen: Any = function
    seen.__signature__ = signature.replace(parameters=parameters)
    seen.__annotations__ = {given.name: given.annotation for given in parameters} | {"return": int}
    return function


@_with_a_flag_for_each_format
def command(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="PATH", readable=False, help="写到这个文件或文件夹；- 为标准输出"
        ),
    ] = None,
    form: Annotated[
        FormChoice | None, typer.Option("--form", help="版式：plain 白头、formal 红头、public 公开")
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="不管有没有问题都生成草稿，缺的地方标出来")] = False,
    check: Annotated[bool, typer.Option("--check", help="什么也不写，只看现有文件是否与材料一致")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也不生成")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="未报送的部门只算警告")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="有人改过的旧文件也换掉，移到 rounds/改动稿")
    ] = False,
    round_name: Annotated[
        str | None,
        typer.Option("--round", metavar="NAME", help="送出去征求意见的一稿\uff1a起个名字\uff0c记下底本"),
    ] = None,
    comments: Annotated[
        Comments,
        typer.Option("--comments", help="草稿的批注\uff1afindings 问题、sources 出处、all 都要、none 不要"),
    ] = Comments.NONE,
    **wanted: bool,
) -> int:
    """汇总材料，生成报告。"""
    console.settings.strict = strict
    formats = tuple(chosen for chosen in FORMATS if wanted[chosen.name]) or (DEFAULT,)
    streams = output is not None and str(output) == "-"
    if check:
        _check_comparable(formats, streams=streams)
    elif streams:
        _check_streamable(formats)
    target = None if streams else output
    check_named(formats, target)
    _check_review(formats, round_name, comments, draft=draft, streams=streams)
    wanted_form = Form(form.value) if form is not None else None
    if wanted_form is None and [chosen.name for chosen in formats] == [_PUBLIC]:
        wanted_form = Form.PUBLIC
    order = Order(
        formats,
        target,
        wanted_form,
        draft=draft,
        partial=partial,
        strict=strict,
        round_name=(round_name or "").strip(),
        comments=comments,
    )
    place = functools.partial(write, replace=replace, round_name=order.round_name)
    deliver = _compare if check else _stream if streams else place
    built = build(console.settings.folder, order, _announce, deliver)
    result = _result(built.checked)
    console.settings.counts = result.counted()
    if built.written is None:
        console.talk(f"没有生成报告。{result.summary()}")
        return result.exit_code(strict=strict)
    if streams:
        return ExitCode.OK
    if check:
        for path in built.written.paths:
            console.error(f"{path} 与今天的材料不一致，或还没有生成", "运行 `reportctl build` 重新生成")
        return ExitCode.FINDINGS if built.written.paths else ExitCode.OK
    _tell(built.written)
    if comments is not Comments.NONE and built.checked.assembly.document.form is Form.PUBLIC:
        console.warn("公开稿不带批注")
    console.talk(result.summary())
    return ExitCode.OK


def _tell(written: Written) -> None:
    """The paths on stdout; from here on nothing that fails takes back what is written."""
    console.settings.done = True
    for path in written.paths:
        console.path(path)
    for path in written.put_aside:
        console.talk(f"有人改过的旧文件移到了 {path}")
    for remark in written.remarks:
        console.warn(remark)


def _announce(checked: Checked) -> None:
    show(checked.findings, checked.project.root)


def _stream(_: Project, files: Sequence[RenderedFile]) -> Written:
    console.out_bytes(rendered(files[0].render))
    return Written(())


def _compare(project: Project, files: Sequence[RenderedFile]) -> Written:
    return Written(stale(project, files))


def _check_comparable(formats: Sequence[Format], *, streams: bool) -> None:
    if streams:
        raise UsageError("--check 比较的是文件，不能与 -o - 同用")
    for wanted in formats:
        if not wanted.comparable:
            hint = f"比较 {DEFAULT.title}：`reportctl build --check`"
            raise UsageError(f"{wanted.title} 每次生成都不一样，不能用 --check 比较", hint=hint)


def _check_streamable(formats: Sequence[Format]) -> None:
    if len(formats) > 1:
        raise UsageError("-o - 一次只能写一种格式")
    if not formats[0].streams:
        flags = [row.flag for row in FORMATS if row.streams]
        hint = f"加 {'、'.join(flags[:-1])} 或 {flags[-1]}，或用 -o 指一个文件"
        raise UsageError(f"{formats[0].title}不能写到标准输出", hint=hint)


def _check_review(
    formats: Sequence[Format], round_name: str | None, comments: Comments, *, draft: bool, streams: bool
) -> None:
    """See to it that a review copy is a Word document, and that comments stand in drafts alone."""
    asked = "--round" if round_name is not None else "--comments" if comments is not Comments.NONE else ""
    if asked and streams:
        raise UsageError(f"{asked} 写的是 Word 文档\uff0c不能与 -o - 同用")
    if asked and not any(row.anchored for row in formats):
        raise UsageError(f"{asked} 写的是 {DEFAULT.title}\uff0c这里没有要它", hint=f"加上 {DEFAULT.flag}")
    if comments is not Comments.NONE and not draft:
        raise UsageError(
            "批注只写在草稿里\uff0c正式的报告不带批注", hint="加上 --draft\uff0c或去掉 --comments"
        )
    problem = name_problem(round_name) if round_name is not None else ""
    if problem:
        raise UsageError(f"--round 的名字不能用\uff1a{problem}", hint="例如 --round 征求意见稿")


def _result(checked: Checked) -> Result:
    return Result(checked.findings, None, checked.submissions.filled, checked.missing)
