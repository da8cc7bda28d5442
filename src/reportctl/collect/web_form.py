"""The form of a department as one page: filled in with any browser, without a network, saved as a file."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING, NamedTuple

from reportctl.collect.form_parts import DIGEST, HEADINGS, asked_parts, day_of, form_code, form_title
from reportctl.collect.forms import CODE_LABEL
from reportctl.collect.places import read_places
from reportctl.collect.web_assets import read_assets
from reportctl.model.keys import SUBMISSION
from reportctl.model.submission import REQUIRED_PARTS, Contact, Part
from reportctl.render.html.markup import element, text, void
from reportctl.scaffold.contents import safe_name
from reportctl.scaffold.wording import Wording, remark
from reportctl.text.jsontext import dumps
from reportctl.text.numbers import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportctl.model.files import ReportFile
    from reportctl.model.report import Department
    from reportctl.scaffold.forms import Past
    from reportctl.scaffold.wording import Language

_NAME_LIMIT = 120  # bytes of the saved file's name, its ending not counted
_NO_DIGEST = "0" * DIGEST  # stands where the digest goes while it is reckoned
_HEAD = 4096  # bytes in which a page says that it is a form
_CODE = re.compile(
    rb'<meta name="reportctl-form" content="RC-([0-9]{4})-([^"\n]{1,600})-([0-9a-f]{%d})">' % DIGEST
)
_SAVED = re.compile(rb"(?:\xef\xbb\xbf)?#[^\n]{1,800}\n# %b\xef\xbc\x9aRC-" % CODE_LABEL.encode())
_OLD = (
    "看到这段话，说明这个浏览器太旧，或者不许页面运行脚本。上方有“允许阻止的内容”提示的，点“允许”；"
    "没有的，请换 Edge、Chrome、火狐、360 极速模式打开这个文件，或者改填同名的 Word 填报表。"
)
_HINTS = {
    Part.ACHIEVEMENTS: "做了什么、成效怎样，有数字的写数字；要分段的，中间空一行",
    Part.SHORTCOMINGS: "不足是什么，有哪些表现",
    Part.PLANS: "打算做什么，做到什么程度",
    Part.LEADERSHIP: "党政主要负责人怎样履行推进法治建设第一责任人职责",
    Part.OTHER: "其他需要报告的情况",
}
_FIELDS = (("name", "联系人"), ("phone", "联系电话"), ("approved", "审核人"))


class FormPage(NamedTuple):
    """A page that is a form of ours: whose it is, and whether it is as it was made."""

    department: str
    year: int
    untouched: bool


class WebForms:
    """The forms of one report, with the keys of a language in what they save."""

    def __init__(self, report: ReportFile, language: Language) -> None:
        self._report = report.report
        self._places = read_places(report)
        self._keys = _keys(Wording(SUBMISSION, language))
        self._assets = read_assets()

    def write(self, department: Department, past: Past) -> bytes:
        """The form of one department; `past` is what it handed in last year."""
        name = remark(department.name)
        code = form_code(self._report.year, name, _NO_DIGEST)
        page = "".join(f"{line}\n" for line in self._lines(department, name, code, past))
        return _with_digest(page.encode(), _digest(page.encode()))

    def _lines(self, department: Department, name: str, code: str, past: Past) -> Iterator[str]:
        title = form_title(name, self._report.year)
        yield "<!DOCTYPE html>"
        yield '<html lang="zh-CN">'
        yield "<head>"
        yield void("meta", charset="utf-8")
        yield void("meta", name="reportctl-form", content=code)
        yield void("meta", name="viewport", content="width=device-width, initial-scale=1")
        yield void("meta", name="renderer", content="webkit")  # what 360 and its like ask for
        yield f'<meta http-equiv="Content-Security-Policy" content="{self._assets.policy}">'
        yield element("title", text(title))
        yield element("style", self._assets.style)
        yield "</head>"
        yield "<body>"
        yield element("p", text(_OLD), id="old")
        yield '<main id="form" hidden>'
        yield element("header", element("h1", text(title)))
        yield from self._steps(department)
        yield _head_table(name, self._report.year)
        yield '<div id="parts">'
        for number, part in enumerate(asked_parts(self._places), 1):
            yield from _part(part, number, past.plans if part is Part.ACHIEVEMENTS else ())
        yield "</div>"
        yield element("p", text(f"{CODE_LABEL}：{code}"), class_="code")
        yield from _bar()
        yield "</main>"
        spec = dumps(self._spec(department, title, code, past), indent=None)
        yield element("script", spec.replace("<", "\\u003c"), type="application/json", id="spec")
        yield element("script", self._assets.script)
        yield "</body>"
        yield "</html>"

    def _steps(self, department: Department) -> Iterator[str]:
        due = day_of(self._report.due(department))
        until = f"，请于{due}前发回" if due else ""
        yield '<ol class="steps">'
        yield element(
            "li", "在下面填写。填的内容随时暂存在这台电脑上，不联网，关掉以后再打开这个文件可以接着填。"
        )
        yield element(
            "li",
            "看页面最下方：还缺什么，有几处要改。每一格下面写着“要改”的要改，“请核对”的看一眼，“提示”可以不管。",
        )
        yield element(
            "li",
            text(f"按“保存文件”，得到一个 .yaml 文件（在“下载”文件夹里），把它发回{until}。")
            + "发回的是保存得到的文件，不是这个网页。",
        )
        yield "</ol>"

    def _spec(self, department: Department, title: str, code: str, past: Past) -> dict[str, object]:
        """What the script knows of the form."""
        report, contact = self._report, past.contact or Contact()
        limits = report.rules.limits
        return {
            "title": title,
            "label": f"{CODE_LABEL}：",
            "code": code,
            "store": f"reportctl:{report.area.strip()}:{report.year}:{department.name.strip()}",
            "file": f"{safe_name(title, _NAME_LIMIT)}.yaml",
            "department": department.name.strip(),
            "year": report.year,
            "contact": {"name": remark(contact.name), "phone": remark(contact.phone)},
            "keys": self._keys,
            "limits": {
                "sentence": limits.sentence,
                "heading": limits.heading,
                "item": limits.item,
                "ignore": sorted(report.rules.silent),
            },
            "parts": [self._part_spec(part) for part in asked_parts(self._places)],
        }

    def _part_spec(self, part: Part) -> dict[str, object]:
        places = self._places.of(part)
        return {
            "id": part.value,
            "heading": HEADINGS[part],
            "hint": _HINTS[part],
            "required": part in REQUIRED_PARTS,
            "sections": [[place.id, remark(place.title)] for place in places] if len(places) > 1 else [],
            "cause": part is Part.SHORTCOMINGS,
            "points": part is not Part.SHORTCOMINGS,
            "figures": part is Part.ACHIEVEMENTS,
        }


def is_saved_form(data: bytes) -> bool:
    """Whether a file was saved by the form on a page."""
    return _SAVED.match(data) is not None


def read_page(data: bytes) -> FormPage | None:
    """What a page says of itself; None for one that is no form of ours."""
    found = _CODE.search(data[:_HEAD])
    if found is None:
        return None
    year, name, digest = found.groups()
    blank = _with_digest(data, _NO_DIGEST, digest.decode())
    return FormPage(
        html.unescape(name.decode(errors="replace")), int(year), _digest(blank) == digest.decode()
    )


def _keys(wording: Wording) -> dict[str, str]:
    """The keys of a submission as the script asks for them, in the language of the project."""
    item = Part.ACHIEVEMENTS.value
    keys = {key: wording.key(key) for key in ("department", "year", "contact", "approved_by", *Part)}
    keys |= {"name_of": wording.key("contact.name"), "phone": wording.key("contact.phone")}
    for key in ("section", "heading", "text", "points", "cause", "figures"):
        keys[key] = wording.key(f"{item}.{key}")
    for key in ("name", "value", "unit", "previous", "parts"):
        keys[key] = wording.key(f"{item}.figures.{key}")
    return keys


def _head_table(name: str, year: int) -> str:
    """Who reports, and who answers for it: two fields a row."""
    shadow = element("div", "", class_="printed", aria_hidden="true")
    fields = [("报送单位", text(name)), ("年度", str(year))]
    fields += [
        (element("label", label, for_=key), void("input", type="text", id=key, autocomplete="off") + shadow)
        for key, label in _FIELDS
    ]
    cells = [element("th", label, scope="row") + element("td", said) for label, said in fields]
    cells[-1] = cells[-1].replace("<td>", '<td colspan="3">')
    rows = "".join(element("tr", "".join(cells[at : at + 2])) for at in range(0, len(cells), 2))
    return element("table", element("tbody", rows), class_="head", aria_label="报送单位和联系人")


def _part(part: Part, number: int, plans: tuple[str, ...]) -> Iterator[str]:
    """A part without its items, which the script makes."""
    heading = HEADINGS[part]
    yield f'<section aria-labelledby="h-{part.value}">'
    need = element("small", "必填" if part in REQUIRED_PARTS else "没有可以不填")
    yield element("h2", f"{chinese(number)}、{heading}{need}", id=f"h-{part.value}")
    box = f'<input type="checkbox" id="none-{part.value}"> '
    nothing = element("label", f"本单位没有“{heading}”方面的内容", for_=f"none-{part.value}")
    yield element("p", box + nothing, class_="none")
    if plans:
        items = "".join(element("li", text(remark(plan))) for plan in plans)
        told = element("p", f"去年报过下面 {len(plans)} 项计划，请在{heading}里逐项写出完成情况：")
        yield element("div", told + element("ol", items), class_="last")
    yield element("div", "", id=f"items-{part.value}")
    yield element("button", f"再加一条{heading}", type="button", id=f"add-{part.value}")
    yield "</section>"


def _bar() -> Iterator[str]:
    yield '<section class="bar" aria-label="检查和保存">'
    yield element(
        "p",
        element("span", "", id="todo", role="status")
        + element("span", "", id="count")
        + element("span", "", id="said", role="status"),
    )
    yield element("button", "去看第一处", type="button", id="first")
    yield element("button", "保存文件", type="button", id="save", class_="main")
    yield element(
        "label",
        "打开保存的文件" + void("input", type="file", id="open", accept=".yaml,.yml"),
        class_="file",
    )
    yield element("button", "打印", type="button", id="print")
    yield element("button", "清空", type="button", id="clear")
    yield "</section>"


def _digest(page: bytes) -> str:
    return hashlib.sha256(page).hexdigest()[:DIGEST]


def _with_digest(page: bytes, digest: str, old: str = _NO_DIGEST) -> bytes:
    """The page with another digest behind its codes."""
    return page.replace(f"-{old}".encode(), f"-{digest}".encode())
