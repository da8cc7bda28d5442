"""What is said about a submission in the words of the form: a clerk who sent Word knows no keys."""

from __future__ import annotations

import re

from reportctl.model.keys import shape_of
from reportctl.model.submission import Contact, Figure, Item, SubmissionData

_NAMES = {
    key: chinese
    for model in (Contact, Figure, Item, SubmissionData)
    for key, chinese in shape_of(model).names.items()
}
_KEY = "|".join(sorted(_NAMES, key=len, reverse=True))
_CLAUSE = "[^\uff0c\uff1b。]*"
_THEIRS = r"(?:(?:edits|report)\.yaml|validate --fix)"
_EDITORS = re.compile(f"[\uff0c\uff1b;,](?:或|或者|或由编辑|或请汇总人){_CLAUSE}{_THEIRS}{_CLAUSE}")
_SAID_TWICE = re.compile("补上“([^”]*)”\uff0c写明\\1(?![^\uff0c。\uff1b])")
_LINE = re.compile(f"(?:一行)?“(?P<key>{_KEY}): (?P<value>[^”]*)”")
_GLOSSED = re.compile(" ?[A-Za-z][A-Za-z0-9_-]*\uff08([^\uff09]*)\uff09")
_GLOSS = re.compile(f"\uff08(?:{_KEY})\uff09")
_CHOICES = re.compile("可以写\uff1a([^。\uff1b]*)")
_ID = re.compile("[A-Za-z0-9_-]+")
_QUOTED = re.compile("(“[^”]*”)")
_BLANK = "……"


def in_form_words(text: str) -> str:
    """A message or hint without keys, ids and what only the editor can do.

    没有写原因（cause） becomes 没有写原因, figures（数据） 数据, 补上一行“cause: ……” 补上“原因”; of
    choices only those that have a Chinese name are left.
    What is quoted from the material stays.
    """
    text = _SAID_TWICE.sub(r"写明\1", _LINE.sub(_in_words, _EDITORS.sub("", text)))
    text = _CHOICES.sub(_named_choices, text)
    return "".join(
        piece if piece.startswith("“") else _GLOSSED.sub(r"\1", _GLOSS.sub("", piece))
        for piece in _QUOTED.split(text)
    )


def _named_choices(choices: re.Match[str]) -> str:
    named = [choice for choice in choices[1].split("、") if not _ID.fullmatch(choice)]
    return f"可以写\uff1a{'、'.join(named)}" if named else choices[0]


def _in_words(line: re.Match[str]) -> str:
    """A line of YAML: its label where the clerk is to say something there, else what is to be written."""
    said = _NAMES[line["key"]] if line["value"] == _BLANK else line["value"]
    return f"“{said}”"
