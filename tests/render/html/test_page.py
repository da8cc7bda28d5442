"""The page stands alone: no script, no other file, nothing that differs from one build to the next."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest

from reportctl.document import Attachment, Form, Picture
from reportctl.errors import ProjectError
from tests.render.docx import documents
from tests.render.docx.documents import TITLE
from tests.render.html import reading
from tests.tools.need import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportctl.document import Document
    from tests.tools.golden import Golden

MAKERS = {
    "plain": documents.plain,
    "public": documents.public,
    "formal": documents.formal,
    "joint": lambda: documents.formal(issuers=("甲县人民政府", "乙县人民政府"), signatories=("甲某", "乙某")),
    "draft": lambda: documents.plain()._replace(draft=True),
}
every_kind = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


def test_the_page_of_the_smallest_report(golden: Golden) -> None:
    golden(ROOT / "tests/golden/minimal/report.html", reading.page(reading.example("minimal")).decode())


@every_kind
def test_the_same_document_gives_the_same_bytes(make: Callable[[], Document]) -> None:
    assert reading.page(make()) == reading.page(make())


@every_kind
def test_the_page_asks_for_nothing_and_runs_nothing(make: Callable[[], Document]) -> None:
    whole = reading.tree(make())
    names = {one.name for one in whole.walk()}
    assert names & {"script", "link", "iframe", "object", "embed", "form", "base"} == set()
    attributes = {name: value for one in whole.walk() for name, value in one.attributes.items()}
    assert [name for name in attributes if name.startswith("on") or name in {"href", "srcset"}] == []
    assert {value[:11] for name, value in attributes.items() if name == "src"} <= {"data:image/"}
    assert re.search(r"url\(|@import|https?:", reading.css(make())) is None


@every_kind
def test_the_page_says_what_it_is(make: Callable[[], Document]) -> None:
    data = reading.page(make())
    assert data.startswith(b"<!DOCTYPE html>\n")
    assert data.index(b'<meta charset="utf-8">') < 1024
    whole = reading.parse(data)
    assert whole.find("html")[0].attributes["lang"] == "zh-CN"
    assert whole.find("title")[0].text.endswith(TITLE)
    assert [one.name for one in whole.find("main")] == ["main"]
    named = {one.attributes.get("name"): one.attributes.get("content") for one in whole.find("meta")}
    assert named["viewport"] == "width=device-width, initial-scale=1"


def test_identifiers_are_there_once() -> None:
    found = [
        one.attributes["id"] for one in reading.tree(documents.formal()).walk() if "id" in one.attributes
    ]
    assert found == ["attachment-1", "attachment-2", "attachment-3"]


@pytest.mark.parametrize(
    ("form", "draft", "listed"),
    [
        (Form.PUBLIC, False, True),
        (Form.PUBLIC, True, False),
        (Form.PLAIN, False, False),
        (Form.FORMAL, False, False),
    ],
)
def test_only_the_finished_public_form_is_for_search_engines(form: Form, draft: bool, listed: bool) -> None:
    document = documents.public()._replace(form=form, draft=draft)
    hidden = [one for one in reading.tree(document).find("meta") if one.attributes.get("name") == "robots"]
    assert [one.attributes["content"] for one in hidden] == ([] if listed else ["noindex"])


def test_a_picture_is_part_of_the_page_and_has_its_size_and_its_words() -> None:
    data = documents.png(300, 200)
    attached = Attachment(0, "流程图", (Picture(data, "办理流程示意图"),))
    image = reading.body(documents.plain()._replace(attachments=(attached,))).find("img")[0]
    kind, _, content = image.attributes["src"].partition(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(content) == data
    assert {key: image.attributes[key] for key in ("alt", "width", "height")} == {
        "alt": "办理流程示意图",
        "width": "300",
        "height": "200",
    }


def test_a_damaged_picture_is_refused_as_in_the_docx() -> None:
    attached = Attachment(0, "流程图", (Picture(documents.png(3, 2)[:20], "示意图"),))
    with pytest.raises(ProjectError, match="“示意图”打不开"):
        reading.page(documents.plain()._replace(attachments=(attached,)))
