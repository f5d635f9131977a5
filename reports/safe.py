"""Words of articles made harmless: what stands in an article must not steer a terminal, a sheet or a page."""

from __future__ import annotations

import re

_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")


def clean(text: str) -> str:
    """`text` on one line, code point for code point: white space as blanks; controls, escape sequences, bidirectional
    overrides, invisible tags and lone surrogates as U+FFFD."""
    return _UNSAFE.sub("\ufffd", _SPACES.sub(" ", text))


def cell(text: str) -> str:
    """`text` for a cell of a sheet: cleaned, and never a formula (CWE-1236): a leading `= + - @` gets an apostrophe."""
    dangerous = _FORMULA.match(text)
    return ("'" if dangerous else "") + clean(text)


def encodable(text: str, encoding: str) -> str:
    """`text` in the characters that `encoding` has; GBK lacks the minus sign, a hyphen stands in for it."""
    return text.replace("\u2212", "-").encode(encoding, "replace").decode(encoding)
