"""Damage to sound inputs: bytes flipped, cut, repeated, moved, spliced with others, marks of the formats put in."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from typing import TypeVar

MARKS = (
    b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"', b"'", b"<!--", b"-->", b"<table>",
    b"</td>", b"<tr><td colspan=9999 rowspan=9999>", b"|", b"|-|-|\n", b"\x1b[31m", b"\x9b", b"\n", b"\r",
    b"\r\n", b"---\n", "\u202e".encode(), "\u2028".encode(), b"&#xd800;", b"&#0;", b"<sup>", b"*", b"_", b"`",
    b"[", b"](", b"{", b"}", b"9" * 400, b"1e999", b"-0", b"NaN", b"\\ud800", "合计，".encode("gbk"),
    "单位：万元\n".encode(), b"<a>", b"<script>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", b",", b"\t", b";",
    b"=1+1", "１２３．５％".encode(), b"null", b"[[", b"endobj", b"stream\n", b"<w:p>", b"</w:tbl>",
    b"w:gridSpan", b"]]>", "<!-- crossfoot: accept magnitude-jump 已核 -->".encode(),
)  # fmt: skip

Sequenced = TypeVar("Sequenced", bytes, str)


def cut(draw: random.Random, data: Sequenced) -> Sequenced:
    """The data without its end, its beginning or a stretch."""
    at, to = sorted((draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)))
    return draw.choice((data[:at], data[at:], data[:at] + data[to:]))


def repeat(draw: random.Random, data: Sequenced) -> Sequenced:
    """The data with a stretch repeated."""
    at = draw.randrange(len(data) + 1)
    size = draw.choice((1, 2, 4, 8, 32, 200, len(data)))
    return data[:at] + data[at : at + size] * draw.choice((1, 2, 3, 10, 50) if size < 100 else (1, 2)) + data[at:]


def move(draw: random.Random, data: Sequenced) -> Sequenced:
    """The data with two stretches in each other's place."""
    a, b, c, d = sorted(draw.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def splice(draw: random.Random, data: Sequenced, other: Sequenced) -> Sequenced:
    """The data with a stretch of the other in it, or its beginning with the other's end."""
    at, a, b = draw.randrange(len(data) + 1), draw.randrange(len(other) + 1), draw.randrange(len(other) + 1)
    return data[:at] + other[min(a, b) : max(a, b)] + data[at:] if draw.random() < 0.6 else data[:at] + other[a:]


def flip(draw: random.Random, data: bytes) -> bytes:
    """The data with some bytes changed."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        if changed:
            at = draw.randrange(len(changed))
            changed[at] = draw.choice((0, 255, 0x7F, changed[at] ^ (1 << draw.randrange(8)), draw.randrange(256)))
    return bytes(changed)


def mark(draw: random.Random, data: bytes) -> bytes:
    """The data with a mark of some format put in or written over."""
    at, put = draw.randrange(len(data) + 1), draw.choice(MARKS)
    return data[:at] + put + data[at + draw.choice((0, 0, 1, len(put))) :]


def damaged(draw: random.Random, seeds: Sequence[bytes], most: int = 200_000) -> bytes:
    """One of the seeds, damaged in one to eight places."""
    data = draw.choice(seeds)
    acts: tuple[Callable[[random.Random, bytes], bytes], ...] = (flip, flip, mark, mark, mark, cut, repeat, move)
    for _ in range(draw.choice((1, 1, 2, 3, 5, 8))):
        data = splice(draw, data, draw.choice(seeds)) if draw.random() < 0.15 else draw.choice(acts)(draw, data)
    return data[:most]


def repacked(draw: random.Random, package: bytes) -> bytes:
    """A zip archive with one or two of its parts damaged, sums and sizes in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names = parts.namelist()
        hit = {draw.choice(names)} | ({"word/document.xml"} if draw.random() < 0.8 else set())
        for name in names:
            data = parts.read(name)
            if name not in hit or draw.random() > 0.03:  # now and then a part is missing
                made.writestr(name, damaged(draw, [data]) if name in hit else data)
    return out.getvalue()


def reworded(draw: random.Random, texts: Sequence[str], words: Sequence[str], most: int = 6_000) -> str:
    """A stretch of one of the texts with characters and words put in, taken out, repeated, moved, spliced."""
    text = draw.choice(texts)
    at = draw.randrange(len(text) + 1)
    text = text[at : at + draw.choice((200, 600, 2_000))] or text[:600]
    for _ in range(draw.choice((1, 2, 4, 8, 20))):
        act = draw.randrange(8)
        at = draw.randrange(len(text) + 1)
        if act < 3:
            text = text[:at] + draw.choice(words) + text[at + draw.choice((0, 1, 2)) :]
        elif act < 5:
            text = text[:at] + text[at + draw.choice((1, 1, 2, 5)) :]
        elif act == 5:
            text = draw.choice((repeat, move))(draw, text)
        elif act == 6:
            text = splice(draw, text, draw.choice(texts))
        else:
            text = renumbered(draw, text)
    return text[:most]


def renumbered(draw: random.Random, text: str) -> str:
    """The text with some of its digits changed."""
    return "".join(draw.choice("0123456789") if c in "0123456789" and draw.random() < 0.1 else c for c in text)
