"""A layout file as written: a flat table from keys such as `page.top` to the text given and its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl import sources
from reportctl.errors import ProjectError
from reportctl.findings import has_errors
from reportctl.layout import codes
from reportctl.layout.figures import Slot, slots
from reportctl.layout.model import ElementLayout, Layout
from reportctl.layout.values import FontClass, Strength
from reportctl.suggest import name_hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportctl.findings import Finding, Span
    from reportctl.sources import YamlFile

_META = ("based_on", "title", "standard", "presets")
_SOURCE = ("value", "clause", "strength", "tolerance", "standard")

_WORDS = frozenset(word for key, slot in slots(ElementLayout).items() for word in (key, slot.title))
"""What elements may have: where one has it not, the hint lists what it has."""

Path = tuple[str | int, ...]


class LayoutSource(NamedTuple):
    """Where a figure comes from: standard, clause, how strongly it binds, and the tolerance it states."""

    standard: str
    clause: str
    strength: Strength
    tolerance: str


class LayoutEntry(NamedTuple):
    """A value as written and, in a shipped layout, its source; an office's overlay has only the value."""

    text: str
    file: YamlFile
    path: Path
    source: LayoutSource | None = None

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.file.span(self.path)


@dataclass(slots=True)
class LayoutFile:
    """One layout file: what it is based on, its entries by key, and what was wrong with it."""

    file: YamlFile
    shipped: bool
    based_on: str = ""
    title: str = ""
    standard: str = ""
    presets: Mapping[str, Mapping[FontClass, str]] = field(default_factory=dict)
    entries: dict[str, LayoutEntry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def unknown(self, path: Path, known: Iterable[str], hint: str = "") -> None:
        """Report the key that `path` ends with, with the nearest known one."""
        hint = hint or name_hint(str(path[-1]), known) or "可以改动的项目见 `reportctl layout show`"
        message = f"版面里没有“{path[-1]}”这一项"
        self.findings.append(codes.UNKNOWN_KEY.at(self.file.key_span(path), message, hint))

    def bad(self, path: Path, message: str, hint: str) -> None:
        """Report the value at `path`."""
        self.findings.append(codes.BAD_VALUE.at(self.file.span(path), message, hint))


def read(name: str, data: bytes, *, shipped: bool) -> LayoutFile:
    """The layout file in `data`; faults inside it are noted, a file that cannot be read is an error."""
    file, findings = sources.read(name, data)
    if file is None or has_errors(findings):
        raise ProjectError(f"版面文件 {name} 无法读取", findings=findings)
    written = LayoutFile(file, shipped, findings=list(findings))
    if not isinstance(file.data, dict):
        written.bad((), "版面文件应由“键: 值”组成", "首行写 based_on: gb9704，下面写要改动的项目")
        return written
    _read_meta(written, file.data)
    given = {key: value for key, value in file.data.items() if key not in _META}
    _read_section(written, (), "", given, slots(Layout))
    return written


def _read_meta(written: LayoutFile, data: dict[str, Any]) -> None:
    for key in ("based_on", "title", "standard"):
        value = data.get(key, "")
        if isinstance(value, str):
            setattr(written, key, value)
        else:
            written.bad((key,), f"“{key}”应为一个词", "如 based_on: gb9704")
    if "presets" not in data:
        return
    if written.shipped:
        written.presets = {
            name: {FontClass(key): font for key, font in fonts.items()}
            for name, fonts in data["presets"].items()
        }
    else:
        written.unknown(
            ("presets",), (), "字体方案不能新增；请在 fonts 里直接写字体名，如 fonts: {fangsong: 仿宋}"
        )


def _read_section(written: LayoutFile, at: Path, prefix: str, data: Any, known: dict[str, Slot]) -> None:
    if not isinstance(data, dict):
        written.bad(at, f"“{at[-1]}”下面应为若干“键: 值”", f"可以写的键：{'、'.join(known)}")
        return
    by_title = {slot.title: key for key, slot in known.items()}
    for key, value in data.items():
        english = str(by_title.get(key, key))
        slot = known.get(english)
        path = (*at, key)
        if slot is None:
            hint = f"“{at[-1]}”可以改的有：{'、'.join(by_title)}" if key in _WORDS and at else ""
            written.unknown(path, (*known, *by_title, *(() if at else _META)), hint)
        elif slot.cls is not None:
            _read_section(written, path, f"{prefix}{english}.", value, slots(slot.cls, slot.has))
        else:
            _read_entry(written, path, f"{prefix}{english}", value, slot)


def _read_entry(written: LayoutFile, path: Path, key: str, value: Any, slot: Slot) -> None:
    if key in written.entries:
        written.bad(path, f"“{slot.title}”写了两次", "中文键名和英文键名只写一个")
        return
    source = None
    if written.shipped and isinstance(value, dict):
        source = _source(written, path, value)
        path, value = (*path, "value"), value.get("value")
    if isinstance(value, str):
        written.entries[key] = LayoutEntry(value.strip(), written.file, path, source)
    else:
        written.bad(path, f"“{slot.title}”应为一个值", f"写{slot.reader.expects}")


def _source(written: LayoutFile, path: Path, value: dict[str, str]) -> LayoutSource:
    for key in value:
        if key not in _SOURCE:
            written.unknown((*path, key), _SOURCE)
    strength = value.get("strength", "")
    if strength not in set(Strength):
        written.bad((*path, "strength"), f"“{strength}”不是效力", "写 must、should 或 practice")
        strength = Strength.PRACTICE
    cited = strength != Strength.PRACTICE
    standard = value.get("standard", written.standard) if cited else ""
    return LayoutSource(standard, value.get("clause", ""), Strength(strength), value.get("tolerance", ""))
