"""The properties again, with thousands of examples where `make test` draws a hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties import test_mutations as mutations
from tests.properties.world import REPORTS, submissions

if TYPE_CHECKING:
    from tests.properties.world import Submission

pytestmark = pytest.mark.long

MANY = settings(
    max_examples=1_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@settings(MANY, max_examples=20_000)
@given(st.binary(max_size=400) | st.text(mutations.CHARACTERS, max_size=120).map(str.encode))
def test_any_bytes_are_judged(data: bytes) -> None:
    mutations.test_any_bytes_are_judged.hypothesis.inner_test(data)  # type: ignore[attr-defined]


@MANY
@given(REPORTS, submissions(), st.data())
def test_a_spoilt_submission_is_judged(
    report: str, handed_in: tuple[Submission, ...], data: st.DataObject
) -> None:
    mutations.test_a_spoilt_submission_is_judged.hypothesis.inner_test(report, handed_in, data)


@MANY
@given(REPORTS, submissions(), st.data(), st.sampled_from(["report.yaml", "edits.yaml"]))
def test_a_spoilt_report_or_edit_is_judged(
    report: str, handed_in: tuple[Submission, ...], data: st.DataObject, name: str
) -> None:
    mutations.test_a_spoilt_report_or_edit_is_judged.hypothesis.inner_test(report, handed_in, data, name)
