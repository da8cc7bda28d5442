"""What a shell is offered at the Tab key, wherever somebody stands in a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import pytest
import typer

from reportctl.cli import completion, main
from reportctl.cli.app import VERBS, program
from reportctl.cli.departments import complete_department
from reportctl.cli.usage import Command
from tests.tools.project import REPORT

if TYPE_CHECKING:
    from pathlib import Path

# The words after `reportctl`, and what must be offered in the last one's place.
OFFERED = {
    ("",): [*VERBS],
    ("va",): ["validate"],
    ("--vers",): ["--version"],
    ("--",): [
        "--quiet",
        "--color",
        "--each",
        "--jobs",
        "--version",
        "--install-completion",
        "--show-completion",
        "--help",
    ],
    ("--color", ""): ["auto", "always", "never"],
    ("--color=n",): ["--color=never"],
    ("-C", "anywhere", "lay"): ["layout"],
    ("-C", ""): [],
    ("nosuch", ""): [],
    ("build", "--f"): ["--form"],
    ("build", "--form", "p"): ["plain", "public"],
    ("build", "--form=p"): ["--form=plain", "--form=public"],
    ("build", "--docx", "--do"): [],
    ("build", "--docx", "--html", "--form", "f"): ["formal"],
    ("build", "-C", "anywhere", "--col"): ["--color"],
    ("build", "-q", "--color", "a"): ["auto", "always"],
    ("build", "-o", ""): [],
    ("build", ""): [],
    ("layout", ""): ["show"],
    ("layout", "show", ""): ["gb33476", "gb9704"],
    ("layout", "show", "gb9704", ""): [],
    ("inspect", "--layout", "gb9"): ["gb9704"],
    ("inspect", "a.docx", "b"): [],
    ("schema", ""): ["report", "edits", "submission"],
    ("init", "--example", "hech"): ["hecheng-2023"],
    ("init", "--keys", ""): ["en", "zh"],
    ("explain", "half"): ["half-width"],
    ("explain", "red-line-missi"): ["red-line-missing"],
    ("explain", "--", "half"): ["half-width"],
    ("validate", "--select", "half"): ["half-width"],
    ("validate", "--ignore", "placeholder,half"): ["placeholder,half-width"],
    ("validate", "--ignore", "half-width,half"): [],
    ("validate", "--ignore=placeholder,half"): ["--ignore=placeholder,half-width"],
    ("validate", "a.yaml", "--format", "s"): ["sarif"],
}


def offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str, *words: str
) -> list[str]:
    monkeypatch.setenv(completion.VARIABLE, shell)
    main(words)
    said = capsys.readouterr()
    assert said.err == ""
    return said.out.splitlines()


@pytest.mark.parametrize("words", OFFERED, ids=" ".join)
def test_what_is_offered(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = offered(monkeypatch, capsys, "fish", *words)
    assert [line.partition("\t")[0] for line in lines] == OFFERED[words]


def test_verbs_options_and_codes_say_what_they_are_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(monkeypatch, capsys, "zsh", "bui") == [f"build\t{VERBS['build'].help}"]
    assert offered(monkeypatch, capsys, "zsh", "build", "--dra")[0].startswith("--draft\t不管有没有问题")
    assert offered(monkeypatch, capsys, "zsh", "explain", "half-w") == ["half-width\t半角标点"]


def test_bash_takes_an_equals_sign_for_a_word_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(monkeypatch, capsys, "bash", "build", "--form", "=", "p") == ["plain", "public"]
    assert offered(monkeypatch, capsys, "bash", "build", "--form", "=") == ["plain", "formal", "public"]
    assert offered(monkeypatch, capsys, "bash", "build", "'--dr") == ["--draft"]


def test_a_wrong_question_gets_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.yaml").write_text("{{{", "utf-8")
    assert offered(monkeypatch, capsys, "zsh", "layout", "show", "gb9") == ["gb9704\t"]
    monkeypatch.setattr("reportctl.cli.completion.candidates", lambda *_, **__: 1 // 0)
    assert offered(monkeypatch, capsys, "zsh", "") == []


@pytest.fixture
def of_departments(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose one verb takes a department."""

    def command(
        name: Annotated[str, typer.Option("--department", autocompletion=complete_department)] = "",
    ) -> None:
        """Nothing."""

    app = typer.Typer(add_completion=False)
    app.command(cls=Command)(command)
    verb = typer.main.get_command(app)
    made = program()
    monkeypatch.setattr(type(made), "get_command", lambda *_: verb)


@pytest.mark.usefixtures("of_departments")
def test_departments_are_those_of_the_project_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "项目"
    root.mkdir()
    strange = '[县司法局, {name: 县局(筹) 二, aliases: [县筹备办]}, "县\'$(touch x)`局"]'
    (root / "report.yaml").write_text(REPORT.replace("[县司法局, 县公安局, 县林业局]", strange), "utf-8")
    asked = ("-C", str(root), "validate", "--department")
    assert offered(monkeypatch, capsys, "fish", *asked, "县局") == ["县局(筹) 二\t"]
    assert offered(monkeypatch, capsys, "fish", *asked, "县筹") == ["县筹备办\t县局(筹) 二"]
    assert offered(monkeypatch, capsys, "bash", *asked, "县局") == [r"县局\(筹\)\ 二"]
    assert offered(monkeypatch, capsys, "bash", *asked, "'县局") == ["县局(筹) 二"]
    assert offered(monkeypatch, capsys, "bash", *asked, r"县\'") == [r"县\'\$\(touch\ x\)\`局"]
    assert offered(monkeypatch, capsys, "fish", "validate", "-C", str(root), "--department", "县司") == [
        "县司法局\t"
    ]
    (root / "report.yaml").write_text("year: [", "utf-8")
    assert offered(monkeypatch, capsys, "fish", *asked, "") == []
    assert offered(monkeypatch, capsys, "fish", "-C", str(tmp_path), "validate", "--department", "") == []


def test_the_shell_is_the_nearest_caller_that_is_one_else_the_users_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.getppid", lambda: 1)
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert main(["--show-completion"]) == 0
    assert capsys.readouterr().out == f"{completion.script('fish')}\n"
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert main(["--show-completion"]) == 2
    assert capsys.readouterr().err.startswith(
        "错误：认不出用的是哪种终端\n  提示：补全支持 bash、zsh 和 fish"
    )


def test_a_home_folder_that_takes_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.getppid", lambda: 1)
    monkeypatch.setenv("SHELL", "bash")
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert main(["--install-completion"]) == 4
    assert capsys.readouterr().err.startswith("错误：读写失败")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["-q", "--install-completion"]) == 0
    assert capsys.readouterr() == ("", "")
