"""`form --html`: a page a department; what it is made of, when it is renewed, what `collect` says of it."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from reportctl.collect.web_form import is_saved_form, read_page
from tests.collect.inbox import Inbox
from tests.render.html.test_valid import complaints
from tests.tools import need
from tests.tools.project import REPORT, Folder

if TYPE_CHECKING:
    from pathlib import Path

MOST = 40_000
"""Bytes."""
LONG_PLANS = "plans:\n" + "".join(f"- 提升案卷质量{n}。{'每季度组织一次案卷评查。' * 3}\n" for n in range(9))
NAMES = ("县司法局", "县</script>局", "县&局 “甲”'乙\"", "a\\b局")
SAVED = """\
# 县司法局2023年度法治政府建设情况填报表。由网页填报表保存，请把这个文件原样发回，不要改动。\r
# 表单编号：RC-2023-县司法局-0123abcd\r
department: "县司法局"\r
year: 2023\r
achievements:\r
  - heading: "规范执法监督"\r
    text: "评查案卷60本,督促整改问题18个。"\r
shortcomings:\r
  - heading: "案卷质量不高"\r
    text: "11个问题是文书不规范。"\r
plans: 无\r
"""


@pytest.fixture
def inbox(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Inbox:
    root = tmp_path / "project"
    root.mkdir()
    return Inbox(Folder(root, capsys))


def page_of(folder: Folder, name: str = "县司法局") -> str:
    done = folder.run("form", name, "--html")
    assert done.code == 0, done.err
    return (folder.root / done.out.splitlines()[0]).read_text("utf-8")


def test_a_form_asks_for_nothing_from_outside(inbox: Inbox) -> None:
    page = page_of(inbox.folder)

    assert re.findall(r"""(?:src|href|action)=|url\(|@import|https?:""", page) == []
    assert "default-src 'none'" in page
    assert "unsafe" not in page


def test_with_last_years_plans_it_is_light_enough_for_any_mail(inbox: Inbox) -> None:
    inbox.folder.report(f"{REPORT}last_year: last-year\n")
    inbox.folder.write(
        "last-year/a.yaml",
        f"department: 县司法局\nyear: 2022\ncontact: {{name: 李某, phone: 0745-1}}\n{LONG_PLANS}",
    )

    page = page_of(inbox.folder)

    assert page.count("提升案卷质量") == 9
    assert '"name": "李某"' in page
    assert len(page.encode()) < MOST


def test_what_the_office_lets_pass_the_page_lets_pass(inbox: Inbox) -> None:
    inbox.folder.report(f"{REPORT}rules: {{ignore: [typed-number], limits: {{heading: 25}}}}\n")

    assert '"heading": 25, "item": 1200, "ignore": ["typed-number"]' in page_of(inbox.folder)


def test_every_name_stays_a_name(inbox: Inbox) -> None:
    listed = json.dumps(NAMES, ensure_ascii=False)
    inbox.folder.report(REPORT.replace("[县司法局, 县公安局, 县林业局]", listed))

    done = inbox.folder.run("form", "--html")

    for name, path in zip(NAMES, done.out.splitlines(), strict=True):
        page = (inbox.root / path).read_bytes()
        found = read_page(page)
        assert found is not None
        assert (found.department, found.year, found.untouched) == (name, 2023, True)
        assert page.count(b"</script>") == 2


def test_a_page_is_renewed_until_somebody_changed_it(inbox: Inbox) -> None:
    path = inbox.root / "forms/县司法局.html"
    before = page_of(inbox.folder)
    inbox.folder.report(f"{REPORT}deadlines: {{submissions: 2024-01-05}}\n")
    assert page_of(inbox.folder) != before

    changed = path.read_text("utf-8").replace("报送单位", "单位")
    path.write_text(changed, encoding="utf-8")
    done = inbox.folder.run("form", "县司法局", "--html")

    assert path.read_text("utf-8") == changed
    assert "没有动它" in done.err


def test_the_page_itself_goes_aside_with_what_to_do(inbox: Inbox) -> None:
    inbox.put("县司法局.html", page_of(inbox.folder))

    done = inbox.collect("--format", "json", str(inbox.path))

    assert done.code == 1
    (file,) = done.json["files"]
    assert (file["department"], file["state"]) == ("县司法局", "pending")
    assert "保存文件" in file["note"]


def test_what_it_saved_is_taken_and_the_receipt_knows_no_lines(inbox: Inbox) -> None:
    inbox.put("a.yaml", SAVED.replace("\\r", "\r"))

    done = inbox.collect()

    assert done.code == 0
    assert is_saved_form(SAVED.encode())
    receipt = (inbox.root / "received/receipts/县司法局-1.txt").read_text("utf-8-sig")
    assert "原件“存在的不足”第 1 条“案卷质量不高”：不足“案卷质量不高”没有写原因" in receipt
    assert "行：" not in receipt
    assert "cause" not in receipt


def test_a_page_saved_empty_is_a_blank_form(inbox: Inbox) -> None:
    inbox.put("a.yaml", SAVED.replace("\\r", "\r").partition("achievements")[0])

    done = inbox.collect("--format", "json", str(inbox.path))

    assert done.code == 0
    assert [finding["code"] for finding in done.json["findings"]] == ["blank-form"]


@pytest.mark.slow
def test_the_page_is_valid_html_and_its_script_old_javascript(inbox: Inbox, tmp_path: Path) -> None:
    page = page_of(inbox.folder)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.html").write_text(page, encoding="utf-8")
    assert complaints(tmp_path / "pages") == set()

    script = page.rpartition("<script>")[2].partition("</script>")[0]
    parsed = _parsed_as_es5(script)
    assert parsed.returncode == 0, parsed.stderr
    assert _parsed_as_es5("let a = () => 1;").returncode == 1


def _parsed_as_es5(script: str) -> subprocess.CompletedProcess[str]:
    code = "require(process.argv[1]).parse(require('fs').readFileSync(0, 'utf-8'), {ecmaVersion: 5})"
    return subprocess.run(
        [need.tool("node"), "-e", code, need.tool(need.JAVASCRIPT_PARSER)],
        input=script,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
