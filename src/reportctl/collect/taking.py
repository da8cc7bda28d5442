"""The way of one file: bytes → what kind it is → what it says → whose it is → what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect import codes
from reportctl.collect.converting import to_docx
from reportctl.collect.fates import ReadingRemark, excerpt
from reportctl.collect.form_parts import HEADINGS
from reportctl.collect.hand_in import HandIn, digest_of
from reportctl.collect.identifying import Evidence, Identifier
from reportctl.collect.kinds import FileKind, recognise
from reportctl.collect.ledger import HandInState
from reportctl.collect.obstacles import obstacles
from reportctl.collect.places import read_places
from reportctl.collect.reading import read_material
from reportctl.collect.received import own_name, submission_path
from reportctl.collect.web_form import is_saved_form, read_page
from reportctl.collect.writing import write_submission
from reportctl.errors import FileError
from reportctl.findings import Related, Severity, Span
from reportctl.inspect.reading import RefusedError, read_facts, refusals
from reportctl.model.files import load_submission
from reportctl.model.submission import Part
from reportctl.project.alone import check_alone
from reportctl.project.files import RawFile
from reportctl.scaffold.moving import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportctl.collect.arrival import Arrival
    from reportctl.collect.places import Places
    from reportctl.collect.reading import Material
    from reportctl.findings import Finding
    from reportctl.model.files import Submission
    from reportctl.project.opening import Project
    from reportctl.rules.context import Context
    from reportctl.scaffold.wording import Language

_SAVE_AS = "请部门用 Word 或 WPS 打开，另存为 .docx 再交"
_REMEDIES = {
    refusals.ENCRYPTED.code: "请部门取消密码，保存后再交",
    refusals.MACROS.code: "请部门另存为不含宏的 .docx 再交",
    refusals.ENTITIES.code: "文件可能被人做了手脚，请向部门核实；要收的，请部门重新保存再交",
    refusals.DAMAGED.code: "多半没有传完，请部门重新发一份",
    refusals.OVERLOADED.code: "请部门把内容复制到新建的空白文档里，保存后再交",
    refusals.TOO_LARGE.code: "请部门压缩文档里的图片，或者把内容复制到新建的空白文档里，再交",
}
_SAVE_FORM = "请部门用填表的那台电脑打开这个网页（填的内容还在），按“保存文件”，把得到的 .yaml 文件发来"
_OTHER_NAME = "改好文件里的部门再收；不是这个部门的，不要写 --department"


class _Begin(NamedTuple):
    """Where an item begins: its line in the submission, its place in the original by number, by words."""

    line: int
    original: int
    words: str


class Taker(NamedTuple):
    """Knows the project that material is taken for, and what the official said of it."""

    project: Project
    context: Context
    places: Places
    identifier: Identifier
    language: Language
    department: str
    converts: bool
    targets: Mapping[str, str]

    @classmethod
    def of(
        cls, project: Project, targets: Mapping[str, str], *, department: str = "", converts: bool = True
    ) -> Taker:
        """For a project; `targets` say where the departments' submissions lie."""
        report = project.report.report
        identifier = Identifier(report.departments, report.area)
        places = read_places(project.report)
        language = language_of(project.report.yaml.root)
        return cls(project, project.context, places, identifier, language, department, converts, targets)

    def take(self, arrival: Arrival) -> HandIn:
        """What a file turned out to be."""
        if arrival.problem:
            return _aside(arrival, _unreadable(arrival.problem, arrival.remedy))
        recognised = recognise(arrival.data)
        if recognised.kind is FileKind.YAML:
            return self._yaml(arrival)
        if recognised.kind is FileKind.WORD:
            return self._word(arrival, arrival.data, ())
        if recognised.kind is FileKind.FORM_PAGE:
            return self._page(arrival)
        if recognised.kind is not FileKind.CONVERTIBLE:
            return _aside(arrival, _unreadable(recognised.problem, recognised.remedy))
        if not self.converts:
            return _aside(arrival, _unreadable("旧格式的文件，按 --no-convert 没有转换", _SAVE_AS))
        try:
            converted = to_docx(arrival.data)
        except FileError as error:
            return _aside(arrival, _unreadable(error.message, error.hint))
        told = ReadingRemark(codes.CONVERTED, 0, "旧格式的文件，由 LibreOffice 转换以后读的", "请抽查文字")
        return self._word(arrival, converted, (told,))

    def _word(self, arrival: Arrival, data: bytes, told: tuple[ReadingRemark, ...]) -> HandIn:
        project = self.project
        year = project.report.report.year
        name = own_name(arrival.name)
        try:
            facts = read_facts(data)
        except RefusedError as error:
            remedy = _REMEDIES.get(error.rule.code, _SAVE_AS)
            return _aside(
                arrival, _unreadable(error.message.replace("不是 .docx 文件", "不是 Word 文档"), remedy)
            )
        letter = arrival.letter
        clues = (
            *(((Evidence.SUBJECT, letter.subject),) if letter is not None else ()),
            (Evidence.FILE_NAME, name.rpartition(".")[0] or name),
        )
        material = read_material(facts, self.places, self.identifier, year, clues)
        department = self.department or material.identity.department
        problems = obstacles(material, year, self.department)
        if problems:
            return _aside(arrival, *problems, department=department)
        remarks = (*told, *material.remarks)
        if not material.items and not material.nothing:
            return _blank(arrival, department)
        text = write_submission(
            material.submission(department, year),
            name,
            self.language,
            nothing=material.nothing,
            notes=material.notes(self.places),
        )
        return self._checked(arrival, department, text.encode(), remarks, material)

    def _page(self, arrival: Arrival) -> HandIn:
        """The form on a page itself, which holds nothing of what was filled in."""
        page = read_page(arrival.data)
        found = self.project.roster.find(page.department) if page is not None else None
        remark = _unreadable("这是网页填报表本身，填的内容不在里面", _SAVE_FORM)
        return _aside(arrival, remark, department=found.name.strip() if found is not None else "")

    def _yaml(self, arrival: Arrival) -> HandIn:
        submission, reading = load_submission(arrival.name, arrival.data, self.project.roster)
        if submission is None:
            first = next(iter(sorted(reading, key=lambda finding: finding.severity is not Severity.ERROR)))
            return _aside(
                arrival,
                ReadingRemark(codes.UNREADABLE_FILE, first.span.line, f"读不懂：{first.message}", first.hint),
            )
        department = submission.name or ""
        problems = tuple(self._obstacles(submission))
        if problems:
            return _aside(arrival, *problems, department=department)
        if not submission.filled or (is_saved_form(arrival.data) and not _says_anything(submission)):
            return _blank(arrival, department)
        return self._checked(arrival, department, arrival.data, (), None)

    def _obstacles(self, submission: Submission) -> Iterator[ReadingRemark]:
        """What puts YAML aside: it is stored as it came, so it must name its department itself."""
        said, year = submission.data.department.strip(), self.project.report.report.year
        if submission.name is None:
            message = f"文件里的部门“{said}”不在名单上" if said else "文件里没有写部门"
            hint = "改好文件里的部门再收，或者在 report.yaml 的部门名单里补上它的简称"
            yield ReadingRemark(codes.WHICH_DEPARTMENT, 0, message, hint)
        elif self.department and submission.name != self.department:
            yield ReadingRemark(
                codes.WHICH_DEPARTMENT,
                0,
                f"文件里写的部门是“{said}”，不是“{self.department}”",
                _OTHER_NAME,
            )
        if submission.data.year is not None and submission.data.year != year:
            yield ReadingRemark(
                codes.NOT_THIS_YEAR,
                0,
                f"材料写的是{submission.data.year}年度，报告收的是{year}年度",
                "请部门核对是不是发错了文件，改好年度再交",
            )
        if not (_says_anything(submission) or is_saved_form(submission.source.utf8)):
            yield ReadingRemark(
                codes.NO_ITEM, 0, "文件里没有一条工作成效、不足或安排", "请核对是不是发错了文件"
            )

    def _checked(
        self,
        arrival: Arrival,
        department: str,
        data: bytes,
        remarks: tuple[ReadingRemark, ...],
        material: Material | None,
    ) -> HandIn:
        target = self.targets.get(department, submission_path(department))
        checked = check_alone(RawFile(target, data), self.project, self.context)
        submission = checked.submission
        assert submission is not None  # noqa: S101 - it has been read, or written, as one
        from_page = material is None and is_saved_form(data)
        found: Iterable[Finding] = checked.found
        if material is not None:
            found = _related(found, _begins(submission, material))
        elif from_page:
            found = _related(found, _entries(submission))
        return HandIn(
            arrival,
            HandInState.STORED,
            department,
            remarks,
            data,
            digest_of(submission),
            tuple(finding._replace(department=department) for finding in found),
            target,
            _counts(submission),
            from_page,
        )


def _related(findings: Iterable[Finding], begins: Iterable[_Begin]) -> Iterator[Finding]:
    """Findings in a submission, each with the place in the original that its sender knows it by."""
    ordered = sorted(begins)
    for finding in findings:
        above = [begin for begin in ordered if begin.line <= finding.span.line]
        place = Related(Span(""), "原件")  # of what is said of the whole
        if above:
            at = above[-1].original
            place = Related(Span("", at, 1, at, 1), f"原件{above[-1].words}")
        yield finding._replace(related=(*finding.related, place))


def _begins(submission: Submission, material: Material) -> Iterator[_Begin]:
    """Where each item begins that was read from a document: its paragraph, and its first words."""
    lines = material.ledger.document.lines
    counts = dict.fromkeys(Part, 0)
    for item in material.items:
        line, _ = submission.place(item.part, counts[item.part])
        counts[item.part] += 1
        made = item.item()
        paragraph = lines[item.first].paragraph
        yield _Begin(line, paragraph, f"第 {paragraph} 段“{excerpt(made.heading or made.text)}”")


def _entries(submission: Submission) -> Iterator[_Begin]:
    """Where each item begins that was filled in on a page: its part, its number, and its first words."""
    for part, index, item in submission.data.every_item():
        line, _ = submission.place(part, index)
        words = excerpt(item.heading or item.text)
        yield _Begin(line, line, f"“{HEADINGS[Part(part)]}”第 {index + 1} 条“{words}”")


def _says_anything(submission: Submission) -> bool:
    return bool(submission.nothing or submission.damaged or any(submission.data.every_item()))


def _counts(submission: Submission) -> str:
    """How much there is in a submission, in words."""
    told = []
    for part in Part:
        items = submission.data.items(part)
        if items or part in submission.nothing:
            told.append(f"{part.chinese} {f'{len(items)} 条' if items else '无'}")
    return "、".join(told)


def _aside(arrival: Arrival, *remarks: ReadingRemark, department: str = "") -> HandIn:
    return HandIn(arrival, HandInState.PENDING, department, remarks)


def _blank(arrival: Arrival, department: str) -> HandIn:
    remark = ReadingRemark(codes.BLANK_FORM, 0, "交来的是空白表，不算已交", "请部门填好再交")
    return replace(_aside(arrival, remark, department=department), state=HandInState.BLANK)


def _unreadable(problem: str, remedy: str) -> ReadingRemark:
    return ReadingRemark(codes.UNREADABLE_FILE, 0, problem, remedy)
