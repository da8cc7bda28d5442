"""Our validators and Pydantic's own make the same of the models, of right and of wrong values."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from reportctl.model.edits import Edit
from reportctl.model.finals import FinalDecision
from reportctl.model.keys import SHAPES
from reportctl.model.report import Report
from reportctl.model.submission import SubmissionData
from reportctl.model.validators import validator

MODELS = {"Report": Report, "SubmissionData": SubmissionData, "Edit": Edit, "FinalDecision": FinalDecision}
ADAPTERS = {name: TypeAdapter[Any](model) for name, model in MODELS.items()}
WORDS = (
    *("", " ", "无", "区司法局", "是", "no", "12", "-1", "1.50", "1e999", "NaN", "9" * 40, "2024-01-15"),
    *("2024年2月30日", "plain", "achievements", "numbered", "run-in", "警告", "error", "gb9704"),
)


def values(shape: Any, depth: int = 3) -> st.SearchStrategy[Any]:
    """Anything that may stand under the keys of a shape, mostly what fits."""
    leaf = st.one_of(st.sampled_from(WORDS), st.none(), st.integers(-3, 3000), st.booleans())
    if depth == 0:
        return leaf
    below = {key: values(shape.below.get(key, shape), depth - 1) for key in shape.names}
    mapping = st.fixed_dictionaries({}, optional={**below, "nosuch": leaf})
    return st.one_of(leaf, mapping, st.lists(st.one_of(leaf, mapping), max_size=3))


def judged(name: str, data: Any, *, pydantics: bool) -> Any:
    """The model, or type, place and bounds of every error."""
    try:
        return (ADAPTERS[name] if pydantics else validator(MODELS[name])).validate_python(data)
    except ValidationError as error:
        return [(one["type"], one["loc"], one.get("ctx")) for one in error.errors(include_url=False)]


@pytest.mark.parametrize("name", MODELS)
def test_any_mapping_is_judged_alike(name: str) -> None:
    @given(values(SHAPES[name]))
    def check(data: Any) -> None:
        assert judged(name, data, pydantics=False) == judged(name, data, pydantics=True)

    check()


SOUND: dict[str, dict[str, Any]] = {
    "Report": {
        "year": "2023",
        "area": "鹤城区",
        "departments": [{"name": "区司法局", "due": "2024年1月5日", "aliases": "司法局"}],
        "outline": [{"id": "work", "title": "工作", "part": "achievements", "causes": "否"}],
        "rules": {"severity": {"half-width": "提示"}, "limits": {"sentence": "80"}},
        "document": {"date": "2024-01-15", "issuer": "区政府", "sealed": "no"},
    },
    "SubmissionData": {
        "department": "区司法局",
        "contact": {"name": "李某"},
        "achievements": [{"heading": "普法", "points": ["一", "二"], "order": "3", "figures": [
            {"name": "场次", "value": "12.50", "parts": {"进村": "3"}, "ratio": ["1", "2"], "previous": "9"}
        ]}],
    },
    "FinalDecision": {
        "at": "work.system", "heading": "普法", "paragraph": "2", "was": "205a50a0", "as": "paragraph",
        "move": {"after": {"new": "new-1"}}, "after": "first", "from": [{"at": "work", "was": "0"}],
    },
    "Edit": {"part": "plans", "merge": [{"department": "甲", "heading": "乙"}] * 2, "into": {"points": []}},
}  # fmt: skip


@pytest.mark.parametrize("name", MODELS)
def test_a_sound_mapping_becomes_the_same_model(name: str) -> None:
    model = judged(name, SOUND[name], pydantics=False)
    assert isinstance(model, MODELS[name])
    assert model == judged(name, SOUND[name], pydantics=True)


PATHS: dict[tuple[str, str], list[Any]] = {
    ("Report", "year"): ["1948", "10000", "23年"],
    ("Report", "area"): ["", "  "],
    ("Report", "departments"): [[], "区司法局", [{}], [{"name": "甲", "due": "2024-02-30"}]],
    ("Report", "outline"): [[], [{"id": "a", "title": "b", "part": "nosuch"}]],
    ("Report", "form"): ["red"],
    ("Report", "rules"): [{"severity": {"x": "bad"}}, {"limits": {"item": "0"}}, {"limits": []}],
    ("Report", "document"): [{"sealed": "maybe"}, {"date": "昨天"}, {"title_lines": "一行"}, "公文"],
    ("SubmissionData", "achievements"): ["一条", [{"figures": [{"name": "a", "value": "x"}]}], [{"x": "y"}]],
    ("SubmissionData", "year"): ["今年"],
    ("SubmissionData", "contact"): ["李某"],
    ("FinalDecision", "as"): ["标题"],
    ("FinalDecision", "paragraph"): ["-1", "二"],
    ("FinalDecision", "move"): ["first", {}, {"after": {"att": "work"}}],
    ("FinalDecision", "from"): ["work", [{}]],
    ("Edit", "part"): ["结尾"],
    ("Edit", "merge"): [[{"department": "甲", "heading": "乙"}]],
    ("Edit", "keep"): [[]],
}


@pytest.mark.parametrize(("name", "key"), PATHS)
def test_a_fault_is_told_alike(name: str, key: str) -> None:
    for value in PATHS[name, key]:
        data = {**SOUND[name], key: value}
        told = judged(name, data, pydantics=False)
        assert isinstance(told, list)
        assert told == judged(name, data, pydantics=True)


def test_a_type_that_no_model_had_so_far_is_refused() -> None:
    with pytest.raises(TypeError):
        validator(Annotated[complex, "mark"])
