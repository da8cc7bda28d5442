"""Jinja2 in report.yaml says a sentence: what loops, calls, reaches inside or does not end is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportctl.assemble.templates import Templates
from reportctl.model.files import load_report
from tests.faults.intake import FILE, SOUND

if TYPE_CHECKING:
    from tests.faults.intake import Intake
    from tests.tools.project import Done

REFUSED = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ area.upper }}",
    "{{ area['upper'] }}",
    "{{ area['__class__'] }}",
    "{{ area[0] }}",
    "{{ [year][0] }}",
    "{{ area|attr('upper') }}",
    "{{ area.upper() }}",
    "{{ range(10) }}",
    "{{ lipsum() }}",
    "{{ cycler }}",
    "{{ self }}",
    "{{ loop }}",
    "{{ caller() }}",
    "{% for x in [1] %}x{% endfor %}",
    "{% set x = 1 %}{{ x }}",
    "{% with x = 1 %}{{ x }}{% endwith %}",
    "{% macro x() %}{% endmacro %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block x %}{% endblock %}",
    "{% include 'report.yaml' %}",
    "{% import 'x' as x %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% autoescape true %}{% endautoescape %}",
    "{% do x %}",
    "{% debug %}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 2 ** 3 }}",
    "{{ area * 1000000000 }}",
    "{{ 'x' * 999999999 }}",
    "{{ [1] * 999999999 }}",
    "{{ year * 10000000000 }}",
    "{{ '%999999999s' % area }}",
    "{{ year|round(-10000000) }}",
    "{{ year|round(10**9) }}",
    "{{ year|round(year * 1000, 'ceil') }}",
    "{{ 1e400|int }}",
    "{{ -1e400 }}",
    "{{ 1e400 }}",
    "{{ 10**9 }}",
    "{{ 1000000000 }}",
    "{{ (999999999 + 999999999)|int }}",
    "{{ ([1] * 9) }}",
    "{{ ('9' * 9)|int }}",
    "{{ area|join('x') }}",
    "{{ 'x'|replace('x', area) }}",
    "{{ area|format }}",
    "{{ year|int(0, 2) }}",
    "{{ '%0999999999d' % year }}",
    "{{" * 29_000,
    "{{ year }}" * 6_000,
    "{{ area" + "~area" * 20_000 + " }}",
    "{{ area|center(999999999) }}",
    "{{ area|indent(999999999) }}",
    "{{ area|nosuchfilter }}",
    "{{ area is nosuchtest }}",
    "{{ year / 0 }}",
    "{{ year % 0 }}",
    "{{ year + 'a' }}",
    "{{ yaer }}",
    "{{ yaer + 1 }}",
    "{{ (1 + yaer)|string }}",
    "{% if yaer %}x{% endif %}",
    "{{ year",
    "{{ year }",
    "{{ }}",
    "{{ year - }}",
    "{% if year %}",
    "{% endif %}",
    "{% nosuch %}",
    "{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}",
    "{{ " + "[" * 4000 + "1" + "]" * 4000 + " }}",
    "{{ " + "1+" * 20000 + "1 }}",
    "{{ " + "not " * 20000 + "1 }}",
    "{{ " + "-" * 20000 + "1 }}",
    "{% if 1 %}" * 400 + "{% endif %}" * 400,
]


def with_closing(intake: Intake, template: str) -> Intake:
    """The report with a template in the second line of its closing, at line 11, column 5."""
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    changed = report.replace("closing: 特此报告。", f"closing: |\n    第一行、\n    {template}。")
    intake.folder.report(changed).write(FILE, SOUND)
    return intake


PIECES = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", "year", "area", "|", "(", ")", "'", "\n", "1e400"),
        *(
            "round",
            "int",
            "length",
            "default",
            "abs",
            ",",
            "+",
            "*",
            "**",
            "~",
            "[",
            "]",
            "if",
            "else",
            "is in",
        ),
    ]
)


@settings(max_examples=300, deadline=500)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_whatever_the_template_it_is_rendered_or_refused_at_once(template: str) -> None:
    document = {"title": "报告", "issuer": "县政府", "date": "2024-01-15", "closing": template}
    outline = [{"id": "work", "title": "工作", "part": "achievements"}]
    whole = {"version": 1, "year": 2023, "area": "云溪县", "departments": ["县司法局"]}
    text = json.dumps(whole | {"document": document, "outline": outline})
    report, findings = load_report("report.yaml", text.encode())
    assert report is not None, findings
    templates = Templates(report, {"year": 2023, "area": "云溪县"})
    rendered = templates.render(template, ("document", "closing"))
    assert rendered == template or not templates.findings


def judged(intake: Intake) -> Done:
    done = intake.folder.validate()
    assert "Traceback" not in done.err
    return done


@pytest.mark.parametrize("template", REFUSED, ids=lambda template: template[:40])
def test_refused(intake: Intake, template: str) -> None:
    done = judged(with_closing(intake, template))
    assert done.code == 3
    ((code, file, line, column),) = done.findings
    assert (code, file, line) == ("bad-template", "report.yaml", 11)
    assert column >= 5
    assert len(done.json["findings"][0]["message"]) < 100
    assert intake.folder.run("build").code == 3


SAID = {
    "{{ area }}": "云溪县",
    "{{ year }}": "2023",
    "{{ year + 1 }}": "2024",
    "{{ year - 1 }}": "2022",
    "{{ 2 * year }}": "4046",
    "{{ area ~ year }}": "云溪县2023",
    "{{ area|default('某地') }}": "云溪县",
    "{{ town|default('某地') }}": "某地",
    "{{ area|length }}": "3",
    "{{ '甲' if year > 2020 else '乙' }}": "甲",
    "{% if year % 2 %}单{% else %}双{% endif %}": "单",
    "{% if town is defined %}甲{% else %}乙{% endif %}": "乙",
    "{# 说明 #}甲": "甲",
    "{% raw %}{{ year }}{% endraw %}": "{{ year }}",
    "}} 甲 %} #}": "}} 甲 %} #}",
}


@pytest.mark.parametrize("template", SAID)
def test_said(intake: Intake, template: str) -> None:
    lines = with_closing(intake, template).folder.lines()
    assert f"第一行、{SAID[template]}。" in lines


PLACES = {
    "title: 工作情况": "title: '{{ yaer }}年工作'",
    "issuer: 云溪县人民政府": "issuer: '{{ area }}{{ aera }}'",
    "recipients: [中共云溪县委]": "recipients: [甲, '{{ aera }}']",
    "opening: 现将有关情况报告如下：": 'opening: "\\u300a{{ area }}\\u300b{{ aera }}"',
    "closing: 特此报告。": "closing: aera与{{ aera }}",
    "area: 云溪县": "area: 云溪县\noutput: {name: '{{ aera }}'}",
}


@pytest.mark.parametrize("written", PLACES)
def test_an_undefined_name_stands_at_its_line_and_column(intake: Intake, written: str) -> None:
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    changed = report.replace(written, PLACES[written])
    intake.folder.report(changed)
    (finding,) = judged(intake).json["findings"]
    line = changed.splitlines()[finding["line"] - 1]
    word = line[finding["column"] - 1 : finding["end_column"] - 1]
    assert word in {"yaer", "aera"}
    assert line[: finding["column"] - 1].endswith("{{ ")
    assert finding["hint"] in {"是不是 year？", "是不是 area？"}


def test_each_fault_of_each_text_is_found_in_one_run(intake: Intake) -> None:
    report = (intake.folder.root / "report.yaml").read_text("utf-8")
    for written in ("title: 工作情况", "closing: 特此报告。", "issuer: 云溪县人民政府"):
        report = report.replace(written, f"{written.partition(':')[0]}: '{{{{ yaer }}}}'")
    assert [code for code, *_ in intake.folder.report(report).validate().findings] == ["bad-template"] * 3


def test_a_submission_is_never_a_template(intake: Intake) -> None:
    hostile = "{{ year }}{% for x in y %}{{ ''.upper }}{# 甲 #}{{"
    intake.folder.write(FILE, SOUND.replace("text: 检查三次。", f'text: "{hostile}。"'))
    done = judged(intake)
    assert done.code == 0
    assert ("template-in-submission", FILE, 5, 12) in done.findings
    assert hostile in "\n".join(intake.folder.lines())
