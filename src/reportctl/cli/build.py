"""`reportctl build`: one official report from everything that was handed in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportctl.cli import console
from reportctl.cli.reports import Result, show
from reportctl.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportctl.project.building import Format, Target
    from reportctl.project.checking import Checked


class FormChoice(StrEnum):
    """The three forms, by either name."""

    PLAIN = "plain"
    FORMAL = "formal"
    PUBLIC = "public"


def command(
    docx: Annotated[bool, typer.Option("--docx", help="Word 文档（默认）")] = False,
    text: Annotated[bool, typer.Option("--text", help="纯文本，一段一行")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Markdown")] = False,
    html: Annotated[bool, typer.Option("--html", help="网页，手机能看，打印成 A4；单独用时是公开稿")] = False,
    json: Annotated[bool, typer.Option("--json", help="文档结构，注明每段出自哪个部门的哪一条")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="PDF，要装有 LibreOffice")] = False,
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
) -> int:
    """汇总材料，生成报告。"""
    from reportctl.document import Form  # noqa: PLC0415 - a verb loads what it uses
    from reportctl.project import building  # noqa: PLC0415
    from reportctl.project.checking import blocks_build  # noqa: PLC0415
    from reportctl.project.checking import check as check_project  # noqa: PLC0415
    from reportctl.project.opening import open_project  # noqa: PLC0415

    console.settings.strict = strict
    flags = {
        building.Format.DOCX: docx,
        building.Format.TEXT: text,
        building.Format.MARKDOWN: markdown,
        building.Format.HTML: html,
        building.Format.JSON: json,
        building.Format.PDF: pdf,
    }
    formats = [one for one, wanted in flags.items() if wanted] or [building.Format.DOCX]
    streams = output is not None and str(output) == "-"
    if check:
        _comparable(formats, streams=streams)
    elif streams:
        _streamable(formats)
    named = None if streams else building.named_target(formats, output, draft=draft)
    project = open_project(console.settings.folder)
    wanted_form = Form(form.value) if form is not None else None
    if wanted_form is None and formats == [building.Format.HTML]:
        wanted_form = Form.PUBLIC  # a page is for everybody to read, unless a form is named
    checked = check_project(project, form=wanted_form, draft=draft, partial=partial)
    show(checked.findings, project.root)
    if not draft and blocks_build(checked, strict=strict):
        console.talk(f"没有生成报告。{_summary(checked)}")
        return Result(checked.findings).exit_code(strict=strict)
    if streams:
        building.stream(checked, formats[0], console.out_bytes)
        return ExitCode.OK
    targets = (named,) if named else building.targets(checked, formats, output, draft=draft)
    if check:
        return _compare(checked, targets)
    building.write(checked, targets)
    for target in targets:
        if not console.settings.quiet:
            console.out(str(target.path))
    console.talk(_summary(checked))
    return ExitCode.OK


def _comparable(formats: Sequence[Format], *, streams: bool) -> None:
    if streams:
        raise UsageError("--check 比较的是文件，不能与 -o - 同用")
    if any(one.value == "pdf" for one in formats):
        raise UsageError(
            "PDF 每次生成都不一样，不能用 --check 比较", hint="比较 Word 文档：`reportctl build --check`"
        )


def _streamable(formats: Sequence[Format]) -> None:
    if len(formats) > 1:
        raise UsageError("-o - 一次只能写一种格式")
    if not formats[0].streams:
        name = "PDF" if formats[0].value == "pdf" else "Word 文档"
        hint = "加 --text、--markdown、--html 或 --json，或用 -o 指一个文件"
        raise UsageError(f"{name}不能写到标准输出", hint=hint)


def _compare(checked: Checked, targets: Sequence[Target]) -> int:
    from reportctl.project.building import differs  # noqa: PLC0415

    stale = [target.path for target in targets if differs(checked, target)]
    for path in stale:
        console.error(f"{path} 与今天的材料不一致，或还没有生成", "运行 `reportctl build` 重新生成")
    return ExitCode.FINDINGS if stale else ExitCode.OK


def _summary(checked: Checked) -> str:
    filled = sum(one.filled for one in checked.intake.received) + len(checked.intake.broken)
    return Result(checked.findings, None, filled, checked.missing).summary()
