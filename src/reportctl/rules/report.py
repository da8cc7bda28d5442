"""Rules of report.yaml itself: with an error here the project cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.findings import Related, Rule, Severity
from reportctl.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reportctl.findings import Finding
    from reportctl.model.files import ReportFile
    from reportctl.sources import Path

DUPLICATE_DEPARTMENT = Rule(
    "duplicate-department",
    Severity.ERROR,
    "名单里的名称重复",
    "同一个名称或简称在部门名单里出现了两次，程序不知道材料是哪一个部门的。",
    "departments: [{name: 区司法局}, {name: 区司法局}]",
    "departments: [{name: 区司法局}, {name: 区林业局}]",
    locked=True,
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    Severity.ERROR,
    "提纲里的编号重复",
    "每一章、每一小节的编号（id）只能用一次，材料的类别（section）靠它找到去处。",
    "outline: [{id: work, title: 工作, part: achievements}, {id: work, title: 安排, part: plans}]",
    "outline: [{id: work, title: 工作, part: achievements}, {id: plans, title: 安排, part: plans}]",
    locked=True,
)
UNKNOWN_RULE = Rule(
    "unknown-rule",
    Severity.ERROR,
    "没有这条规则",
    "rules（规则）里写的规则代号不存在。用 `reportctl explain 代号` 查看规则。",
    "rules: {ignore: [long-sentense]}",
    "rules: {ignore: [first-person]}",
    locked=True,
)
LOCKED_RULE = Rule(
    "locked-rule",
    Severity.ERROR,
    "这条规则不能关闭",
    "这条规则防止材料读错或丢失，不能忽略，也不能改级别。",
    "rules: {ignore: [duplicate-key]}",
    "rules: {ignore: [first-person]}",
    locked=True,
)
CLASSIFIED = Rule(
    "classified",
    Severity.ERROR,
    "涉密公文不能用本程序处理",
    "标了密级的公文必须在保密设备上处理（《中华人民共和国保守国家秘密法》），本程序拒绝生成。",
    "document: {classification: 秘密}",
    "（不写密级）",
    locked=True,
)

RULES = (DUPLICATE_DEPARTMENT, DUPLICATE_ID, UNKNOWN_RULE, LOCKED_RULE, CLASSIFIED)


def check_report(file: ReportFile, rules: dict[str, Rule]) -> Iterator[Finding]:
    """The faults of report.yaml that its types do not show; `rules` are all rules by code."""
    report = file.report
    names: list[tuple[str, Path]] = []
    for index, department in enumerate(report.departments):
        names.append((department.name, ("departments", index, "name")))
        names.extend(
            (alias, ("departments", index, "aliases", number))
            for number, alias in enumerate(department.aliases)
            if alias.strip() != department.name.strip()
        )
    yield from _repeated(file, names, DUPLICATE_DEPARTMENT, lambda name: f"名单里已经有“{name}”")
    ids: list[tuple[str, Path]] = []
    for index, chapter in enumerate(report.outline):
        ids.append((chapter.id, ("outline", index, "id")))
        ids.extend(
            (section.id, ("outline", index, "sections", n, "id"))
            for n, section in enumerate(chapter.sections)
        )
    yield from _repeated(file, ids, DUPLICATE_ID, lambda name: f"提纲里已经有编号“{name}”")
    yield from _settings(file, rules)
    if report.document.classification.strip():
        span = file.span(("document", "classification"))
        yield CLASSIFIED.at(span, "标了密级的公文不能用本程序处理", "在保密设备上按规定处理")


def _repeated(
    file: ReportFile, names: Iterable[tuple[str, Path]], rule: Rule, message: Callable[[str], str]
) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for written, path in names:
        name = written.strip()
        before = first.setdefault(name, path)
        if before is not path:
            related = (Related(file.span(before), "第一次写在这里"),)
            yield rule.at(file.span(path), message(name), "改掉其中一个", related=related)


def _settings(file: ReportFile, rules: dict[str, Rule]) -> Iterator[Finding]:
    settings = file.report.rules
    used: list[tuple[str, Path]] = [
        (code, ("rules", "ignore", index)) for index, code in enumerate(settings.ignore)
    ]
    used += [(code, ("rules", "severity", code)) for code in settings.severity]
    for code, path in used:
        rule = rules.get(code.strip())
        if rule is not None and not rule.locked:
            continue
        span = file.span(path) if path[1] == "ignore" else file.key_span(path)
        if rule is None:
            yield UNKNOWN_RULE.at(span, f"没有规则“{code}”", suggestion(code, rules))
        else:
            yield LOCKED_RULE.at(span, f"规则“{code}”不能关闭或改级别", "从 rules 里删去")
