"""Loads a layout: a shipped one by its name, or an office's own file laid over a shipped one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reportctl import resources
from reportctl.errors import FileError, ProjectError, reason
from reportctl.findings import has_errors, ordered
from reportctl.layout import codes, written
from reportctl.layout.consistency import conflicts, fitted
from reportctl.layout.figures import Setting, SettingGroup, Slot, slots
from reportctl.layout.model import Layout
from reportctl.layout.values import Length, Strength, length
from reportctl.layout.written import LayoutSource
from reportctl.reading import OutsideError, read_below, read_regular
from reportctl.suggest import name_hint

if TYPE_CHECKING:
    from reportctl.layout.written import LayoutEntry, LayoutFile

DEFAULT = "gb9704"
"""The layout of a report that names none, and the base of an overlay that names none."""

_Section = TypeVar("_Section", bound=SettingGroup)
_TOLERANCE = length(0, 10)
_OWN = LayoutSource("", "", Strength.PRACTICE, "")
"""The source of a neutral value: nobody asks for it."""


def shipped() -> tuple[str, ...]:
    """The names of the shipped layouts."""
    return tuple(sorted(path.stem for path in resources.path("templates", "layouts").glob("*.yaml")))


def load(name_or_path: str, base_dir: Path, *, links_stay: bool = False) -> Layout:
    """The layout of that name, or in that file, relative to `base_dir`.

    With `links_stay`, a file below `base_dir` must not be a link that leads out of it.

    A ProjectError carries findings at their places where a file is faulty; a file that cannot be read is a
    FileError.
    """
    if Path(name_or_path).suffix not in {".yaml", ".yml"}:
        return _shipped_layout(name_or_path)
    own = written.read(name_or_path, _own_bytes(base_dir, name_or_path, links_stay=links_stay), shipped=False)
    based_on = own.based_on or DEFAULT
    if based_on not in shipped():
        own.bad(("based_on",), f"没有“{based_on}”这个版面", _names_hint(based_on))
        raise _error(own)
    return _LayoutBuilder((own, *_shipped_files(based_on))).build(name_or_path)


@cache
def _shipped_layout(name: str) -> Layout:
    return _LayoutBuilder(_shipped_files(name)).build(name)


@cache
def _shipped_files(name: str) -> tuple[LayoutFile, ...]:
    """The file of a shipped layout and those that it is based on, itself first."""
    if name not in shipped():
        raise ProjectError(f"没有“{name}”这个版面", hint=_names_hint(name))
    path = resources.path("templates", "layouts", f"{name}.yaml")
    own = written.read(f"{name}.yaml", _bytes(path, name), shipped=True)
    return (own, *_shipped_files(own.based_on)) if own.based_on else (own,)


def _names_hint(name: str) -> str:
    names = "、".join(shipped())
    return f"{name_hint(name, shipped())}自带的版面有 {names}；单位自己的版面写文件名，如 office.yaml"


def _own_bytes(base_dir: Path, name: str, *, links_stay: bool) -> bytes:
    path = base_dir / name
    if not links_stay or ".." in path.parts or not path.is_relative_to(base_dir):
        return _bytes(path, name)
    try:
        return read_below(base_dir, path)[0]
    except OutsideError:
        hint = "把版面文件本身放进项目文件夹"
        raise ProjectError(f"版面文件 {name} 是指到项目之外的链接", hint=hint) from None
    except FileNotFoundError:
        raise _missing(name) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise FileError(f"读不了版面文件 {name}（{reason(error)}）") from error


def _missing(name: str) -> ProjectError:
    hint = "检查文件名和所在文件夹；路径从 report.yaml 所在的文件夹算起"
    return ProjectError(f"找不到版面文件 {name}", hint=hint)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return read_regular(path)
    except FileNotFoundError:
        raise _missing(name) from None
    except (OSError, ValueError) as error:
        raise FileError(f"读不了版面文件 {name}（{reason(error)}）") from error


def _error(own: LayoutFile) -> ProjectError:
    return ProjectError(f"版面文件 {own.file.name} 有错误", findings=ordered(own.findings))


class _LayoutBuilder:
    """Makes a layout from files, the topmost overlay first; every fault is noted before any is raised."""

    def __init__(self, files: tuple[LayoutFile, ...]) -> None:
        self.top = files[0]
        self.overlay = self.top.entries if not self.top.shipped else {}
        self.findings = [finding for file in files for finding in file.findings]
        self.base: dict[str, LayoutEntry] = {}
        for file in reversed(files):
            if file.shipped:
                self.base |= file.entries
        self.presets = next(file.presets for file in reversed(files) if file.presets)
        self.standard = next(file.standard for file in files if file.standard)
        self.title = next(file.title for file in files if file.title)

    def build(self, name: str) -> Layout:
        """The layout, or a ProjectError with all findings."""
        parts: dict[str, Any] = {
            key: self._section(slot.cls, f"{key}.") for key, slot in slots(Layout).items() if slot.cls
        }
        layout = Layout(name=name, title=self.title, standard=self.standard, presets=self.presets, **parts)
        self._check_preset(layout)
        if not has_errors(self.findings):
            if self.overlay:
                layout = fitted(layout, self.overlay)
            self._check_sums(layout)
        if has_errors(self.findings):
            self.top.findings[:] = self.findings
            raise _error(self.top)
        return layout

    def _section(
        self, cls: type[_Section], prefix: str, owner: str = "", has: tuple[str, ...] = ()
    ) -> _Section:
        """A section's figures; `owner` is the element that they describe, for their titles."""
        parts: dict[str, Any] = {}
        for name, slot in slots(cls).items():
            key = f"{prefix}{name}"
            if slot.cls:
                parts[name] = self._section(slot.cls, f"{key}.", f"{slot.title}的", slot.has)
            else:
                idle = bool(has) and name not in has
                parts[name] = self._figure(key, slot, f"{owner}{slot.title}", idle=idle)
        return cls(**parts)

    def _figure(self, key: str, slot: Slot, title: str, *, idle: bool) -> Setting[Any]:
        """The figure of a key; an element's that is not given is that of `elements.default`, or neutral.

        An `idle` one means nothing in its section: no overlay reaches it.
        """
        default = f"elements.default.{key.rpartition('.')[2]}" if key.startswith("elements.") else key
        base = self.base.get(key) or self.base.get(default)
        given = self.overlay.get(key) or (self.overlay.get(default) if key not in self.base else None)
        if idle:
            given = None
        if base is None and slot.neutral is not None:
            required, source = slot.neutral, _OWN
        elif base is not None and base.source is not None:
            required, source = self._value(base, slot), base.source
        else:
            raise ProjectError(f"自带版面 {self.top.file.name} 的 {key} 没有数值或出处")
        return Setting(
            key,
            title,
            self._value(given, slot) if given else required,
            required,
            source.standard,
            source.clause,
            source.strength,
            slot.reader,
            _TOLERANCE.read(source.tolerance) if source.tolerance else Length(0),
        )

    def _value(self, entry: LayoutEntry, slot: Slot) -> Any:
        try:
            return slot.reader.read(entry.text)
        except ValueError:
            message = f"“{slot.title}”不能是“{entry.text}”" if entry.text else f"“{slot.title}”是空的"
            self.findings.append(codes.BAD_VALUE.at(entry.span, message, f"写{slot.reader.expects}"))
            return None

    def _check_preset(self, layout: Layout) -> None:
        preset = layout.fonts.preset.value
        if preset is not None and preset not in self.presets:
            entry = self.overlay.get("fonts.preset") or self.base["fonts.preset"]
            names = "、".join(self.presets)
            message = f"没有“{preset}”这个字体方案"
            self.findings.append(codes.BAD_VALUE.at(entry.span, message, f"字体方案有 {names}"))

    def _check_sums(self, layout: Layout) -> None:
        for conflict in conflicts(layout):
            entry = next((self.overlay[key] for key in conflict.keys if key in self.overlay), None)
            span = entry.span if entry else self.top.file.source.whole()
            self.findings.append(codes.BAD_VALUE.at(span, conflict.message, conflict.hint))
