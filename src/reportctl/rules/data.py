"""The lists that rules go by: shipped as data, extended by files of the same name that an office keeps.

An office's own files stand in the folder `data` beside report.yaml. What they say is added to what is
shipped; an entry of the same name takes the place of the shipped one.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from reportctl import resources
from reportctl.errors import FileError, reason
from reportctl.findings import Rule, Severity, Span
from reportctl.reading import NotRegularError, OutsideError, read_below
from reportctl.sources import YamlFile, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportctl.findings import Finding

BAD_DATA = Rule(
    "bad-data",
    Severity.ERROR,
    "本单位的数据文件写得不对",
    "项目的 data 文件夹里可以放本单位自己的清单（documents.yaml 文件清单、lexicon.yaml 用词、"
    "offices.yaml 部门叫法、leaders.yaml 领导职务、measures.yaml 量词），写法与程序自带的相同。"
    "写错的这一条没有采用。",
    "（data/documents.yaml 里的一条没有写 name）",
    "（data/documents.yaml：- {name: 法治鹤城建设规划, period: 2021—2025}）",
    locked=True,
)
FOLDER = "data"
_FILES = ("documents", "lexicon", "offices", "leaders", "measures")


class Known(NamedTuple):
    """A document or plan that reports quote: its title, its periods (2021—2025) and how it may be called.

    `successor` is the title of what has taken its place, `until` the month of that.
    """

    name: str
    periods: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    successor: str = ""
    until: str = ""


class Word(NamedTuple):
    """A word that is wrong, the right one, and why.

    It counts where `after` matches behind it and `before` ends right in front of it, and neither `not_after`
    nor `not_before` does: regular expressions, "" for none.
    """

    wrong: str
    right: str
    why: str = ""
    severity: Severity = Severity.WARNING
    after: str = ""
    before: str = ""
    not_after: str = ""
    not_before: str = ""


class Office(NamedTuple):
    """What one kind of office is called: any of these names, its area left out; `former` are done with."""

    names: tuple[str, ...]
    former: tuple[str, ...] = ()


class Leader(NamedTuple):
    """A person whom reports name, and the titles that go with the name."""

    name: str
    titles: tuple[str, ...]


class Measure(NamedTuple):
    """What may stand behind a number, except before one of the characters `not_before`."""

    word: str
    not_before: str = ""


class Data:
    """All lists; each is read when a rule first asks for it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.findings: list[Finding] = []

    @cached_property
    def documents(self) -> tuple[Known, ...]:
        """The known documents."""
        return tuple(
            Known(
                entry["name"],
                _words(entry.get("period")),
                _words(entry.get("short")),
                entry.get("successor") or "",
                entry.get("until") or "",
            )
            for entry in self._entries("documents", "name")
        )

    @cached_property
    def lexicon(self) -> tuple[Word, ...]:
        """The words that are often written wrong."""
        conditions = ("after", "before", "not_after", "not_before")
        return tuple(
            Word(
                wrong,
                entry["right"],
                entry.get("why") or "",
                Severity(entry.get("severity") or Severity.WARNING),
                **{key: entry.get(key) or "" for key in conditions},
            )
            for entry in self._entries("lexicon", "wrong", "right")
            for wrong in _words(entry["wrong"])
        )

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The kinds of offices."""
        return tuple(
            Office(_words(entry["names"]), _words(entry.get("former")))
            for entry in self._entries("offices", "names")
        )

    @cached_property
    def leaders(self) -> tuple[Leader, ...]:
        """The persons whose titles are known."""
        return tuple(
            Leader(entry["name"], _words(entry["titles"]))
            for entry in self._entries("leaders", "name", "titles")
        )

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measure words; a string holds one with each character, a list one with each item."""
        return tuple(
            Measure(word, entry.get("not_before") or "")
            for entry in self._entries("measures", "measure")
            for word in entry["measure"]
        )

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the office's own files."""
        if self.folder is not None and self.folder.is_dir():
            for name in _FILES:
                getattr(self, name)
            if not self.folder.is_symlink():
                self._strangers(self.folder)
        return tuple(self.findings)

    def _strangers(self, folder: Path) -> None:
        """Say of what lies in the folder and is none of the lists that nothing is read from it."""
        known = {f"{name}.yaml" for name in _FILES}
        for path in sorted(folder.iterdir()):
            if path.name not in known and not path.name.startswith("."):
                hint = f"这里只放 {'、'.join(sorted(known))}；名字写错的改正，不需要的移走"
                place = Span(f"{FOLDER}/{path.name.encode('utf-8', 'replace').decode()}")
                self.findings.append(
                    BAD_DATA.at(place, "不认识的清单，没有读取", hint, severity=Severity.WARNING)
                )

    def _entries(self, name: str, *required: str) -> Iterator[dict[str, Any]]:
        """The office's entries and the shipped ones, the former first."""
        own = list(self._own(name, required))
        told = {_identity(entry, required) for entry in own}
        yield from own
        yield from (entry for entry in _shipped(name) if _identity(entry, required) not in told)

    def _own(self, name: str, required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        content = self._bytes(f"{FOLDER}/{name}.yaml", f"{name}.yaml")
        if content is None:
            return
        file, findings = read(f"{FOLDER}/{name}.yaml", content, keys=frozenset(_KEYS[name]))
        self.findings += findings
        if file is None or file.data is None:
            return
        if not isinstance(file.data, list):
            self._refuse(file, (), "应当是一个列表", "每条以“- ”（英文短横加空格）开头")
            return
        for index, entry in enumerate(file.data):
            problem = _problem(name, entry, required)
            if problem:
                self._refuse(file, (index,), problem, "对照手册里这个文件的写法改正")
            else:
                yield entry

    def _bytes(self, shown: str, name: str) -> bytes | None:
        """What is in an office's file, None where there is none or where it is refused.

        Raises:
            FileError: it cannot be read: what it says must not be left out in silence.
        """
        if self.folder is None:
            return None
        try:
            return read_below(self.folder.parent, self.folder / name)[0]
        except (FileNotFoundError, NotADirectoryError):
            if not (self.folder / name).is_symlink():
                return None
            problem = "链接指的文件不存在"
        except OutsideError:
            problem = "链接指到项目之外，没有读取"
        except NotRegularError:
            problem = "这不是普通文件，没有读取"
        except RuntimeError:  # pathlib's word for links in a circle
            problem = "链接互相指来指去，没有读取"
        except OSError as error:
            hint = "检查文件权限；用不着的，移走"
            raise FileError(f"{shown} 打不开（{reason(error)}）", hint=hint) from None
        hint = f"把文件本身放进 {FOLDER} 文件夹；用不着的，移走"
        self.findings.append(BAD_DATA.at(Span(shown), problem, hint))
        return None

    def _refuse(self, file: YamlFile, path: tuple[int, ...], message: str, hint: str) -> None:
        self.findings.append(BAD_DATA.at(file.start_span(path), message, hint))


@cache
def _shipped(name: str) -> tuple[dict[str, Any], ...]:
    path = resources.path("templates", "data", f"{name}.yaml")
    file, _ = read(f"{name}.yaml", path.read_bytes())
    assert file is not None  # noqa: S101 - shipped files are tested
    return tuple(file.data)


@cache
def shipped() -> Data:
    """The shipped lists alone."""
    return Data()


def _words(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _identity(entry: dict[str, Any], required: tuple[str, ...]) -> str:
    return str(entry[required[0]])


_KEYS = {
    "documents": {"name", "period", "short", "successor", "until"},
    "lexicon": {"wrong", "right", "why", "severity", "after", "before", "not_after", "not_before"},
    "offices": {"names", "former"},
    "leaders": {"name", "titles"},
    "measures": {"measure", "not_before"},
}
_LISTS = frozenset({"short", "period", "wrong", "names", "former", "titles", "measure"})


def _problem(name: str, entry: Any, required: tuple[str, ...]) -> str:
    """Why an entry of an office's file cannot be used, "" where it can."""
    if not isinstance(entry, dict):
        return f"这一条应当写成“{required[0]}: ……”"
    for key, value in entry.items():
        if key not in _KEYS[name]:
            return f"不认识的键名“{key}”，可以写：{'、'.join(sorted(_KEYS[name]))}"
        many = key in _LISTS and isinstance(value, list)
        if not all(isinstance(word, str) for word in (value if many else [value])) or (many and "" in value):
            return f"“{key}”的值不对"
    missing = next((key for key in required if not entry.get(key)), "")
    if missing:
        return f"缺少“{missing}”"
    if entry.get("severity", "warning") not in set(Severity):
        return "severity 只能写 error、warning 或 note"
    conditions = (entry.get(key, "") for key in ("after", "before", "not_after", "not_before"))
    bad = next((condition for condition in conditions if not _is_pattern(condition)), "")
    return f"“{bad}”不是有效的正则表达式" if bad else ""


def _is_pattern(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
