"""The theme's fonts: names such as `minorEastAsia` turned into the font that is really used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl.inspect.ooxml import A, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SCRIPTS = {"zh": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
_PLACES = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Theme:
    """The major and minor fonts of a theme, for the document's East Asian language."""

    def __init__(self, theme: _Element | None, settings: _Element | None) -> None:
        language = None if settings is None else settings.find(f"{W}themeFontLang")
        code = "zh-CN" if language is None else language.get(f"{W}eastAsia", "zh-CN")
        self._script = _SCRIPTS.get(code) or _SCRIPTS.get(code.partition("-")[0], "Hans")
        self._fonts: dict[str, str] = {}
        if theme is not None:
            for group in ("major", "minor"):
                self._read(group, theme.find(f".//{A}{group}Font"))

    def _read(self, group: str, fonts: _Element | None) -> None:
        if fonts is None:
            return
        scripts = {one.get("script", ""): one.get("typeface", "") for one in fonts.iter(f"{A}font")}
        for place, tag in _PLACES.items():
            one = fonts.find(f"{A}{tag}")
            name = "" if one is None else one.get("typeface", "")
            if not name and place == "EastAsia":
                name = scripts.get(self._script, "")
            self._fonts[f"{group}{place}"] = name

    def font(self, name: str) -> str:
        """The font behind a theme font's name, "" where the theme gives none."""
        return self._fonts.get(name, "")
