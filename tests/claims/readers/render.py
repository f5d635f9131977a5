"""One article's text rendered into the formats of a newsroom, for round trips."""

from __future__ import annotations

import html
import io
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[4] / "shared"


def paragraphs(text: str) -> list[str]:
    """The filled lines of a text."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def to_html(text: str, title: str) -> bytes:
    """A page with the furniture of a news site around the article."""
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in paragraphs(text))
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{html.escape(title)}_本地新闻网</title>
<meta property="article:published_time" content="2024-07-29T08:00:00+08:00">
<meta property="og:site_name" content="本地新闻网"><script>var visits = 98765;</script></head>
<body><nav><ul><li><a href="/">首页 1</a></li><li><a href="/c">财经 22</a></li></ul></nav>
<div class="main"><h1>{html.escape(title)}</h1><div class="article">{body}</div></div>
<footer><p>版权所有 备案号 12345678 号</p></footer></body></html>""".encode()


def to_docx(text: str, title: str) -> bytes:
    """A Word file: a title, then a paragraph a line."""
    import docx

    made = docx.Document()
    made.add_heading(title, 0)
    for line in paragraphs(text):
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def to_pdf(text: str, columns: int = 2, heading: str = "本地日报 要闻", interleaved: bool = False) -> bytes:
    """A PDF in columns with a running head and page numbers; `interleaved` draws line by line across the columns."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(595, 842), invariant=True)
    size, lead, rows = 10, 15, 46
    width = 500 // columns - 20
    lines = _wrapped(text, width // size, size)
    per_page = rows * columns
    for number in range(0, max(len(lines), 1), per_page):
        page.setFont("STSong-Light", 8)
        page.drawString(48, 812, heading)
        page.drawString(290, 24, f"- {number // per_page + 1} -")
        page.setFont("STSong-Light", size)
        placed: list[tuple[float, float, str]] = []
        for place, (indent, line) in enumerate(lines[number : number + per_page]):
            column, row = divmod(place, rows)
            placed.append((48 + column * (width + 20) + indent, 780 - row * lead, line))
        if interleaved:
            placed.sort(key=lambda each: (-each[1], each[0]))
        for x, y, line in placed:
            page.drawString(x, y, line)
        page.showPage()
    page.save()
    return out.getvalue()


def _wrapped(text: str, most: int, size: int) -> list[tuple[float, str]]:
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs(text):
        room, indent, line = (most - 2) * 2, 2 * size, ""
        for char in paragraph:
            wide = 1 if char.isascii() else 2
            if wide > room:
                lines.append((indent, line))
                room, indent, line = most * 2, 0, ""
            line += char
            room -= wide
        lines.append((indent, line))
    return lines


def named(value: object) -> str:
    """A short name of a test's value, also for bytes."""
    return repr(value)[:24]


def without_spaces(text: str) -> str:
    """The characters of a text apart from spaces and line ends."""
    return "".join(text.split())


def only(documents: Any) -> Any:
    """The one document that a reader gives."""
    (document,) = documents
    return document
