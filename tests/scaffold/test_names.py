"""Whatever departments are called, they stay what they are."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.cli import main
from reportctl.scaffold.roster import departments
from reportctl.text.numbers import strip_number

ODD = [
    "a/b",
    "A:B",
    "con.yaml",
    "../../x",
    "*区局",
    "区局: 一",
    "区局 #1",
    '"局"',
    "'局",
    "{{ a }}",
    "局" * 199,
    "县局(筹)",
    "县局(",
    "县局[",
    "县局?",
    "县局*",
    "县局+",
    "县局\\",
    "县局|",
    "县局%s{0}$1",
]
NAMES = st.lists(
    st.one_of(
        st.sampled_from(ODD),
        st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1, max_size=30),
    )
    .map(str.strip)
    .filter(lambda name: name and not name.startswith("#") and strip_number(name) == name),
    min_size=1,
    max_size=6,
    unique=True,
)


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(NAMES, st.sampled_from(["en", "zh"]))
def test_names_stay_what_they_were(names: list[str], keys: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        listed, project = Path(folder, "名单.txt"), Path(folder, "项目")
        listed.write_text("\n".join(names), "utf-8", newline="\n")

        code, _, said = run("init", str(project), "--departments", str(listed), "--keys", keys)
        assert code == 0, said

        code, out, _ = run("-C", str(project), "validate", "--format", "json")
        verdict = json.loads(out)
        assert code == 1
        assert {one["code"] for one in verdict["findings"]} == {"missing-submission"}
        assert sorted(one["department"] for one in verdict["findings"]) == sorted(names)
        _, out, _ = run("-C", str(project), "status", "--format", "json")
        assert [one["name"] for one in json.loads(out)["departments"]] == names
        assert len(list((project / "submissions").iterdir())) == len(names)
        assert run("-C", str(project), "build", "--draft", "--text")[0] == 0


def test_names_are_no_patterns(tmp_path: Path) -> None:
    listed, project, next_year = tmp_path / "名单.txt", tmp_path / "项目", tmp_path / "来年"
    listed.write_text("\n".join(ODD), "utf-8")

    assert run("init", str(project), "--departments", str(listed))[0] == 0
    assert run("init", str(next_year), "--from", str(project))[0] == 0

    assert len(list((next_year / "submissions").iterdir())) == len(ODD)
    _, out, _ = run("-C", str(next_year), "status", "--format", "json")
    assert [department["name"] for department in json.loads(out)["departments"]] == ODD


@pytest.mark.parametrize("count", [60, 400])
def test_a_long_list_is_no_matter(tmp_path: Path, count: int) -> None:
    names = [f"第{number}中心学校" for number in range(count)]
    (tmp_path / "名单.txt").write_text("\n".join(names), "utf-8")

    code, _, said = run("init", str(tmp_path / "项目"), "--departments", str(tmp_path / "名单.txt"))

    assert code == 0
    assert f"有 {count} 张部门表单" in said
    assert len(departments("名单.txt", "\n".join(names))) == count
