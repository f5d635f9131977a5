"""Make docs/pictures/*.png from real runs over examples/: `python docs/build_pictures.py`. Needs Chromium."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from checker import run
from checker.settings import Settings
from reports import FORMATS
from reports.report import Report
from reports.terminal import print_report

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
FONTS = "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"


def main() -> int:
    """Write a picture of the terminal and one of the page in each language."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("no chromium found", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language in ("zh", "en"):
            report = run(Settings(paths=("examples",), lang=language))
            page_picture(browser, report, language)
            trade = run(Settings(paths=("examples/trade-2023.txt",), lang=language))
            terminal_picture(browser, trade, language)
        browser.close()
    return 0


def page_picture(browser: Browser, report: Report, language: str) -> None:
    """The HTML report on a wide screen."""
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "report.html"
        page_file.write_text(FORMATS["html"](report, language), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1360, "height": 860})
        page.goto(page_file.as_uri())
        page.screenshot(path=FOLDER / f"report.{language}.png")
        page.close()


def terminal_picture(browser: Browser, report: Report, language: str) -> None:
    """The terminal as it shows one article's findings."""
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True)
    console.print(f"$ crossfoot check examples/trade-2023.txt --lang {language}", highlight=False)
    print_report(report, console, language)
    words = console.export_html(inline_styles=True, code_format="<pre>{code}</pre>")
    style = f"body{{margin:0;padding:16px;display:inline-block;background:#fff}}pre{{font:14px/1.5 {FONTS};margin:0}}"
    words = words.replace("──", "─")  # as wide as two letters in the fonts that have Chinese
    page = browser.new_page(viewport={"width": 900, "height": 600})
    page.set_content(f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{words}")
    page.locator("body").screenshot(path=FOLDER / f"terminal.{language}.png")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
