"""The form as a clerk meets it, in a real browser from a file, without a network."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from reportctl.model.submission import Figure
from tests.collect import web_pages
from tests.collect.web_pages import fill, form, item, loaded, save, with_forms
from tests.tools import need
from tests.tools.project import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


pytestmark = pytest.mark.slow

HOSTILE = (
    "”</textarea></script><b onclick=alert(1)>、\\n、# 号、: 冒号、{{ year }}、- 一、😀、\"'&amp;--><!--。"
)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Folder:
    return with_forms(Folder(tmp_path / "project", capsys))


def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Press Tab until a certain element has the focus."""
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(selector)


def typed(page: Page, *steps: tuple[str, str]) -> None:
    """Go to elements by Tab alone, and type into each."""
    for selector, text in steps:
        tab_to(page, selector)
        page.keyboard.type(text)


def fill_all(page: Page, text: str = "组织评查案卷60本。") -> None:
    item(page, "achievements").locator("select").select_option("law")
    fill(page, "achievements", heading="规范执法监督", text=text, points="加强评查。每季度一次。\n加强培训。")
    fill(page, "shortcomings", heading="案卷质量不高", text="11个问题是文书不规范。", cause="培训不够。")
    fill(page, "plans", heading="提升案卷质量", text="每季度评查一次。")


def test_by_keyboard_alone_from_an_empty_form_to_the_built_report(folder: Folder, tmp_path: Path) -> None:
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        assert page.locator("#todo").inner_text() == "还没有填：工作成效、存在的不足、下一年度安排"
        typed(page, ("#name", "李某"), ("#phone", "0745-2220000"), ("#approved", "王某"))
        tab_to(page, "[data-part=achievements] select")
        page.keyboard.press("ArrowDown")
        typed(page, ("[data-key=heading]", "规范执法监督"), ("[data-key=text]", "组织评查案卷60本。"))
        tab_to(page, ".figures button")
        page.keyboard.press("Enter")
        for text in ("评查案卷", "60", "本", "52", "县级40、镇级20"):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
        tab_to(page, "#add-achievements")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "SELECT"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        typed(page, ("[data-key=heading]", "优化服务"), ("[data-key=text]", "走访企业120家。"))
        tab_to(page, "[data-part=shortcomings] [data-key=heading]")
        page.keyboard.type("案卷质量不高")
        typed(page, ("[data-key=text]", "11个问题是文书不规范。"), ("[data-key=cause]", "培训不够。"))
        tab_to(page, "[data-part=plans] [data-key=heading]")
        page.keyboard.type("提升案卷质量")
        typed(page, ("[data-key=text]", "每季度评查一次。"))
        expect(page.locator("#todo")).to_have_class("good")
        tab_to(page, "#save")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename == "县司法局2023年度法治政府建设情况填报表.yaml"
        download.value.save_as(tmp_path / "inbox/a.yaml")
        assert (desk.outside, desk.faults, desk.dialogs) == ([], [], [])

    taken = folder.run("collect", str(tmp_path / "inbox"))
    assert (taken.code, taken.out) == (0, "submissions/县司法局.yaml\n"), taken.err
    checked = folder.run("validate", "submissions/县司法局.yaml", "--format", "json")
    assert (checked.code, checked.json["findings"]) == (0, [])
    data = loaded(folder.root / "submissions/县司法局.yaml")
    assert [entry.section for entry in data.achievements] == ["law", "police"]
    (figure,) = data.achievements[0].figures
    assert figure == Figure("评查案卷", Decimal(60), "本", figure.parts, None, Decimal(52))
    assert figure.parts == {"县级": 40, "镇级": 20}
    built = "\n".join(folder.lines())
    for sentence in (
        "组织评查案卷60本。",
        "走访企业120家。",
        "11个问题是文书不规范。",
        "培训不够。",
        "每季度评查一次。",
    ):
        assert built.count(sentence) == 1


def test_the_draft_outlives_reload_and_restart_and_belongs_to_one_department(
    folder: Folder, tmp_path: Path
) -> None:
    heading = "[data-part=achievements] [data-key=heading]"
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        fill_all(page)
        expect(page.locator("#said")).to_contain_text("暂存")
        page.reload()
        assert page.locator(heading).input_value() == "规范执法监督"
        other = desk.open(form(folder, "县公安局"))
        assert other.locator(heading).input_value() == ""
        fill(other, "achievements", heading="加强治安管理")
        expect(other.locator("#said")).to_contain_text("暂存")
        # typed and closed at once: what was not yet kept is kept on the way out
        fill(page, "plans", text="每月评查一次。")
        page.close(run_before_unload=True)
        other.wait_for_timeout(300)

    with web_pages.desk(tmp_path / "profile") as desk:
        page, other = desk.open(form(folder)), desk.open(form(folder, "县公安局"))
        assert page.locator(heading).input_value() == "规范执法监督"
        assert page.locator("[data-part=plans] [data-key=text]").input_value() == "每月评查一次。"
        assert item(page, "achievements").locator("select").input_value() == "law"
        assert "还在" in page.locator("#said").inner_text()
        assert other.locator(heading).input_value() == "加强治安管理"
        second = desk.open(form(folder))
        fill(second, "plans", text="每周评查一次。")
        expect(page.locator("#said")).to_contain_text("另一个窗口")
        assert desk.faults == []


def test_saved_cleared_opened_and_saved_again_it_is_the_same(folder: Folder, tmp_path: Path) -> None:
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        fill_all(page, HOSTILE)
        page.locator("#none-plans").click()
        assert "先删去" in page.locator("#said").inner_text()
        page.locator(".figures button").click()
        for number, text in enumerate(("案卷", "1,200", "本", "六十", "乱写的")):
            page.locator(".figures input").nth(number).fill(text)
        assert page.locator(".figures .note").inner_text() == "第 1 行的上年、其中没有填对"
        first = save(page, tmp_path)
        kept = first.read_bytes()
        assert desk.dialogs == ["要改 2 处\n\n现在就保存吗？没填完也可以先保存，以后再打开接着填。"]
        page.locator("#clear").click()
        assert page.locator("[data-part=achievements] [data-key=heading]").input_value() == ""
        page.reload()
        assert page.locator("[data-part=achievements] [data-key=heading]").input_value() == ""
        page.locator("#open").set_input_files(first)
        expect(page.locator("#said")).to_contain_text("已打开")
        assert save(page, tmp_path).read_bytes() == kept
        assert (desk.outside, desk.faults) == ([], [])
    data = loaded(first)
    assert data.achievements[0].text == HOSTILE
    assert data.achievements[0].points == ("加强评查。每季度一次。", "加强培训。")


def test_files_of_others_are_refused_and_what_stands_is_not_lost(folder: Folder, tmp_path: Path) -> None:
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        fill_all(page)
        text = save(page, tmp_path).read_text("utf-8")
        page.locator("#clear").click()
        desk.dialogs.clear()
        strange = {
            "other.yaml": text.replace("县司法局", "县公安局"),
            "year.yaml": text.replace("year: 2023", "year: 2022"),
            "bad.yaml": "部门 县司法局\n",
            "typed.yaml": text.replace('heading: "规范执法监督"', "heading: 规范执法监督"),
            "word.yaml": "PK\x03\x04",
        }
        for name, content in strange.items():
            (tmp_path / name).write_text(content, encoding="utf-8")
            page.locator("#open").set_input_files(tmp_path / name)
            page.wait_for_timeout(200)
        assert [said.partition("\n")[0] for said in desk.dialogs] == [
            "打不开“other.yaml”：这是“县公安局”的文件，这张表是县司法局的。",
            "打不开“year.yaml”：这是 2022 年度的文件，这张表是 2023 年度的。",
            "打不开“bad.yaml”：第 1 行不是网页填报表写的。",
            "打不开“typed.yaml”：第 7 行不是网页填报表写的。",
            "打不开“word.yaml”：第 1 行不是网页填报表写的。",
        ]
        fill(page, "plans", heading="别的计划")
        desk.accepts = False
        (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
        page.locator("#open").set_input_files(tmp_path / "own.yaml")
        page.wait_for_timeout(200)
        assert page.locator("[data-part=plans] [data-key=heading]").input_value() == "别的计划"
        assert desk.faults == []


def test_items_are_added_moved_and_removed_and_sixty_more_are_no_burden(
    folder: Folder, tmp_path: Path
) -> None:
    with web_pages.desk(tmp_path / "profile") as desk:
        page = desk.open(form(folder))
        for number, name in enumerate("甲乙丙"):
            if number:
                page.locator("#add-plans").click()
            fill(page, "plans", number, heading=name)

        def headings() -> list[str]:
            boxes = page.locator("[data-part=plans] [data-key=heading]").all()
            return [box.input_value() for box in boxes]

        page.get_by_role("button", name="上移：下一年度安排第 3 条").press("Enter")
        assert headings() == ["甲", "丙", "乙"]
        page.get_by_role("button", name="下移：下一年度安排第 1 条").click()
        assert headings() == ["丙", "甲", "乙"]
        assert page.get_by_role("button", name="上移：下一年度安排第 1 条").is_disabled()
        page.get_by_role("button", name="删去：下一年度安排第 2 条").click()
        assert headings() == ["丙", "乙"]
        assert desk.dialogs == ["删去下一年度安排第 2 条？里面填的内容也一起删去。"]
        assert page.locator("[data-part=plans] legend").all_inner_texts() == ["第 1 条", "第 2 条"]
        page.locator("#none-achievements").check()
        page.locator("#none-shortcomings").check()
        page.wait_for_timeout(400)
        took = page.evaluate(
            """() => { const start = performance.now();
            for (let i = 0; i < 60; i += 1) { document.getElementById('add-plans').click(); }
            return performance.now() - start; }"""
        )
        assert took < 1500
        saved = loaded(save(page, tmp_path))
        assert [entry.heading for entry in saved.plans] == ["丙", "乙"]
        assert desk.faults == []


def test_nothing_to_say_for_an_accessibility_checker(folder: Folder, tmp_path: Path) -> None:
    checker = need.tool(need.ACCESSIBILITY).read_text("utf-8")
    run = "tags => axe.run({runOnly: {type: 'tag', values: tags}})"
    with web_pages.desk(tmp_path / "profile", bypass_csp=True) as desk:
        page = desk.open(form(folder))
        fill(page, "achievements", heading="1.规范执法“强化监督", text="评查案卷XX本。")
        page.locator(".figures button").click()
        page.locator(".figures input").nth(1).fill("六十")
        page.evaluate(checker)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            result: dict[str, Any] = page.evaluate(run, list(TAGS))
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []
            assert len(result["passes"]) > 25
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.getElementById('todo').style.color = '#eee'")
        assert page.evaluate(run, list(TAGS))["violations"] != []


def test_without_scripts_it_says_what_to_do(folder: Folder, tmp_path: Path) -> None:
    with web_pages.desk(tmp_path / "profile", java_script_enabled=False) as desk:
        page = desk.open(form(folder))
        assert "Word 填报表" in page.locator("body").inner_text()
        assert not page.locator("#form").is_visible()
