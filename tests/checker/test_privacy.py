"""No text leaves the machine: the whole line runs with every connection forbidden."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from checker import run
from checker.settings import Settings
from reports import FORMATS

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def test_a_whole_run_in_every_format_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a connection was asked for")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    report = run(Settings(paths=(str(EXAMPLES),)))
    assert report.claims
    for render in FORMATS.values():
        assert render(report, "zh")
