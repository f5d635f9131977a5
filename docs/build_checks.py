"""Write docs/checks/*.md, a page for each check, from the checks themselves: `python docs/build_checks.py`."""

from __future__ import annotations

from pathlib import Path

from checker.rulebook import KINDS, marked
from expectations.check import Check, all_checks

FOLDER = Path(__file__).resolve().parent / "checks"
HEAD = "<!-- Written by docs/build_checks.py; change the check, not this page. -->\n\n"


def pages() -> dict[str, str]:
    """File name and content of every page, the index among them."""
    book = all_checks()
    return {"README.md": index(book), **{f"{name}.md": page(one) for name, one in book.items()}}


def index(book: dict[str, Check]) -> str:
    """The list of all checks with links."""
    rows = [f"| {one.code} | [{name}]({name}.md) | {one.title.zh} | {one.title.en} |\n" for name, one in book.items()]
    return HEAD + "# 检查 Checks\n\n| | | | |\n|---|---|---|---|\n" + "".join(rows)


def page(one: Check) -> str:
    """One check: title, reason and limits in both languages, then its examples."""
    parts = [HEAD, f"# {one.name} ({one.code})\n\n**{one.title.zh}** · {one.title.en}\n"]
    for heading, language in (("为什么", "zh"), ("Why", "en")):
        parts.append(f"\n## {heading}\n\n{one.why.text(language)}\n")
    for heading, language in (("局限", "zh"), ("Limits", "en")):
        if one.limits:
            lines = "".join(f"- {limit.text(language)}\n" for limit in one.limits)
            parts.append(f"\n## {heading}\n\n{lines}")
    parts.append("\n## 例子 Examples\n")
    for kind, label in KINDS.items():
        shown = [example for example in one.examples if example.kind == kind]
        if shown:
            parts.append(f"\n### {label.zh} {label.en}\n")
        for example in shown:
            for number, text in enumerate(example.texts):
                spans = [(start, end) for at, start, end in example.marks if at == number]
                quoted = marked(text, spans).strip().replace("\n", "\n  > ")
                parts.append(f"\n{'-' if number == 0 else ' '} > {quoted}\n")
            if example.reference:
                table = example.reference.strip().replace("\n", "\n  ")
                parts.append(f"\n  ```csv\n  {table}\n  ```\n")
    return "".join(parts)


def main() -> None:
    """Write all pages and remove those of checks that are gone."""
    FOLDER.mkdir(exist_ok=True)
    written = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, content in written.items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
