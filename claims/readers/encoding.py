"""Bytes to text: which encoding a document is in, tried in a fixed order, and never a lost article.

The order: byte order mark, UTF-16 betrayed by its zero bytes, UTF-8, declared charset, Western single bytes, GB18030
against Big5, charset-normalizer. Big5 bytes are nearly always valid GB18030 too, so those two are told apart by their
share of common characters, not by validity.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from claims.bilingual import Bilingual
from claims.readers.problems import Unreadable

SAMPLE = 200_000
_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP / docx"),
    (b"\xd0\xcf\x11\xe0", "Word 97–2003 (.doc)"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"PAR1", "Parquet"),
    (b"\x7fELF", "ELF"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ISOLATED = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")
_PUNCTUATION = frozenset("，。、：；？！“”‘’（）《》〈〉「」『』【】—…·％　")
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030", "iso-8859-1": "cp1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was stored in, and how many unreadable characters were replaced by U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0

    @property
    def notes(self) -> tuple[Bilingual, ...]:
        """What the reader of a report must know of the decoding: nothing, where every byte was read."""
        if not self.replaced:
            return ()
        zh = f"有 {self.replaced:,} 处字节按 {self.encoding} 无法解码，已用“\ufffd”代替，请核对原文。"
        en = f"{self.replaced:,} places are not {self.encoding}, now “\ufffd”: compare with the original."
        return (Bilingual(zh, en),)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data` with newlines as `\\n`; raises Unreadable when it is no text or in no known encoding."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise Unreadable(
                f"内容是 {kind}，不是文字：请把扩展名改对，或另存为文本。",
                f"The content is {kind}, not text: correct the file's suffix, or save it as text.",
            )
    found = _decode(data, declared)
    if len(_CONTROL.findall(found.text[:SAMPLE])) * 10 > len(found.text[:SAMPLE]):
        raise Unreadable(
            "内容像是二进制数据，不是文字：请另存为文本再检查。", "The content looks binary, not text: save it as text."
        )
    return Decoded(newlines(found.text), found.encoding, found.replaced)


def newlines(text: str) -> str:
    """The text with `\\r\\n` and lone `\\r` as `\\n`, as Python reads text files."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written in any encoding."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _decode(data: bytes, declared: str) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            shown = "utf-8-sig" if name == "utf-8" else name
            return _replacing(data[len(mark) :], name, shown)
    wide = _utf16_without_mark(data)
    if wide:
        return _replacing(data, wide, wide)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    if _mostly_utf8(data):
        return _replacing(data, "utf-8", "utf-8")
    declared = _ALIASES.get(declared.strip().lower(), declared.strip().lower())
    if declared and declared != "utf-8":
        text = _strict(data, declared)
        if text is not None:
            return Decoded(text, declared)
    return _undeclared(data)


def _undeclared(data: bytes) -> Decoded:
    if _western(data):
        text = _strict(data, "cp1252")
        return Decoded(text, "cp1252") if text is not None else Decoded(data.decode("latin-1"), "iso-8859-1")
    mainland = _strict(data, "gb18030")
    share = _common(mainland, "gb2312") if mainland is not None else -1.0
    if mainland is not None and share >= 0.9:
        return Decoded(mainland, "gb18030")
    for name in ("big5", "cp950", "big5hkscs"):
        text = _strict(data, name)
        if text is not None and _common(text, "big5") > share:
            return Decoded(text, name)
    if mainland is not None:
        return Decoded(mainland, "gb18030")
    damaged = _damaged_chinese(data)
    return damaged if damaged is not None else _guessed(data)


def _damaged_chinese(data: bytes) -> Decoded | None:
    """GB18030 or Big5 with a few broken bytes, whichever reads more common characters; None if neither is plausible."""
    best: Decoded | None = None
    best_share = 0.7
    for name, repertoire in (("gb18030", "gb2312"), ("big5", "big5")):
        found = _replacing(data, name, name)
        share = _common(found.text, repertoire)
        if share > best_share:
            best, best_share = found, share
    return best


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise Unreadable(
            "认不出文字编码：请用 UTF-8 或 GB18030 重新保存。", "The text encoding is unknown: save the text as UTF-8."
        )
    return _replacing(data, best.encoding, best.encoding)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def _replacing(data: bytes, name: str, shown: str) -> Decoded:
    text = data.decode(name, "replace")
    replaced = text.count("\ufffd")
    if replaced:
        replaced -= data.count("\ufffd".encode(name, "ignore") or b"\xff\xff\xff\xff")
    return Decoded(text, shown, max(0, replaced))


def _utf16_without_mark(data: bytes) -> str:
    """`utf-16-le` or `utf-16-be` if zero bytes stand almost only at odd or only at even places; else empty.

    Digits and line ends make them in Chinese too. Text that is valid UTF-8 needs a zero in nearly every pair.
    """
    sample = data[:4096]
    if len(data) % 2 or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    share = 0.8 if _strict(sample, "utf-8") is not None else 0.05
    if max(even, odd, 2) < share * len(sample) / 2 or min(even, odd) * 10 > max(even, odd):
        return ""
    text = _strict(sample, name) or _strict(sample[:-2], name)
    return name if text and not _CONTROL.search(text) and not _strange(text) else ""


def _strange(text: str) -> bool:
    """Whether more than one in twenty characters is private or unassigned, as in text decoded wrongly."""
    return sum(category(char) in ("Cn", "Co", "Cs") for char in text) * 20 > len(text)


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all non-ASCII stretches are whole UTF-8 characters: text with a few broken bytes."""
    sample = data[:SAMPLE]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    return whole >= 3 and broken * 10 <= whole


def _western(data: bytes) -> bool:
    """Whether high bytes stand alone between ASCII letters, as in Western single-byte encodings."""
    sample = data[:SAMPLE]
    high = len(_HIGH.findall(sample))
    return high * 5 < len(sample) and len(_ISOLATED.findall(sample)) * 10 >= high * 9


@cache
def _repertoire(name: str) -> frozenset[str]:
    """The first level of GB 2312 (3,755 characters) or of Big5 (5,401): those in common use."""
    if name == "gb2312":
        codes = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    else:
        trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        codes = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset("".join(code.decode(name, "ignore") for code in codes)) | _PUNCTUATION


def _common(text: str, repertoire: str) -> float:
    """The share of common characters and punctuation among those beyond ASCII."""
    beyond = [c for c in text[:SAMPLE] if c > "\x7f"]
    known = _repertoire(repertoire)
    return sum(c in known for c in beyond) / len(beyond) if beyond else 0.0
