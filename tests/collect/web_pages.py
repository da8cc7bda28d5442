"""The form on a page in a real browser: Debian's Chromium, driven by Playwright, without a network."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from reportctl.collect.handing_out import FormFormat, hand_out
from reportctl.model.files import load_submission
from reportctl.project.opening import open_project
from tests.tools import need, office
from tests.tools.project import REPORT, Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

    from reportctl.model.submission import SubmissionData

SECTIONS = REPORT.replace(
    "part: achievements, covers",
    "part: achievements, sections: [{id: law, title: 依法行政}, {id: police, title: 行政执法}], covers",
)
"""A report whose first chapter has sections."""


def with_forms(folder: Folder) -> Folder:
    """A project with such a report, and a page for each department."""
    folder.root.mkdir()
    folder.report(SECTIONS)
    hand_out(open_project(folder.root), (), [FormFormat.HTML])
    return folder


def form(folder: Folder, name: str = "县司法局") -> Path:
    """A department's page."""
    return folder.root / f"forms/{name}.html"


def loaded(path: Path) -> SubmissionData:
    """What a file of a submission says."""
    submission, _ = load_submission(path.name, path.read_bytes(), None)
    assert submission is not None
    return submission.data


class Desk:
    """A clerk's browser: its profile, what it asked for, and what went wrong on its pages."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.dialogs: list[str] = []
        self.accepts = True
        context.on("request", lambda request: self.asked.append(request.url))

    def open(self, form: Path) -> Page:
        """A page with a form."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("dialog", self._answer)
        page.goto(form.as_uri())
        return page

    @property
    def outside(self) -> list[str]:
        """What was asked for beyond the file itself and what the page made."""
        return [url for url in self.asked if not url.startswith(("file:", "blob:"))]

    def _answer(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        if self.accepts:
            dialog.accept()
        else:
            dialog.dismiss()


@contextmanager
def desk(profile: Path, **options: Any) -> Iterator[Desk]:
    """A browser on a profile that stays when it is closed."""
    chromium = need.tool("chromium")
    need.tool(need.FONTS)
    environment: dict[str, str | float | bool] = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(profile.parent),
        "FONTCONFIG_FILE": str(office.FONTS_CONF),
        "LANG": "C.UTF-8",
    }
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium,
            args=["--no-sandbox"],  # its sandbox needs rights that root in a container lacks
            env=environment,
            locale="zh-CN",
            offline=True,
            **options,
        )
        try:
            yield Desk(context)
        finally:
            context.close()


def item(page: Page, part: str, number: int = 0) -> Locator:
    """An item of a part, from 0."""
    return page.locator(f"#items-{part} .item").nth(number)


def fill(page: Page, part: str, number: int = 0, **fields: str) -> None:
    """Type into the fields of an item."""
    for key, text in fields.items():
        item(page, part, number).locator(f"[data-key={key}]").fill(text)


def save(page: Page, folder: Path) -> Path:
    """The file that the page saves."""
    with page.expect_download() as download:
        page.locator("#save").click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target
