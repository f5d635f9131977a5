"""A report read back from its JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.document import Document, Mark, Section
from claims.exact_json import loads
from claims.interval import Interval, exact
from claims.rows import BOOLEANS, FIELDS, NUMBERS
from expectations.finding import Acceptance, Agreement, Finding, ImpliedValue, Location, Outcome
from reports.report import CheckNote, Problem, RefusedRow, Report, TableRead

Object = dict[str, Any]
_TAKEN = [name for name in FIELDS if name not in (*NUMBERS, *BOOLEANS)]


def read_report(text: str) -> Report:
    """The report in the JSON `text`; raises ValueError, saying what is missing, where it is no report of ours."""
    try:
        return _report(loads(text))
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not a Crossfoot report: {type(error).__name__} {error}") from error


def _report(saved: Object) -> Report:
    readings = saved["readings"]
    return Report(
        version=saved["crossfoot"],
        documents=tuple(_document(document) for document in saved["documents"]),
        claims=tuple(_claim(row, readings[row["claim_id"]]) for row in saved["claims"]),
        mentions=tuple(_mention(mention) for mention in saved["mentions"]),
        outcome=_outcome(saved),
        problems=tuple(Problem(p["where"], Bilingual(**p["what"]), Bilingual(**p["hint"])) for p in saved["problems"]),
        refused_rows=tuple(
            RefusedRow(**{**row, "reason": Bilingual(**row["reason"])}) for row in saved["refused_rows"]
        ),
        tables=tuple(TableRead(**table) for table in saved.get("tables", ())),
        stale_acceptances=tuple(saved["stale_acceptances"]),
        settings=saved["settings"],
        checks=tuple(
            CheckNote(c["name"], c["code"], Bilingual(**c["title"]), Bilingual(**c["help"])) for c in saved["checks"]
        ),
    )


def _outcome(saved: Object) -> Outcome:
    return Outcome(
        findings=tuple(_finding(finding) for finding in saved["findings"]),
        agreements=tuple(
            Agreement(
                agreement["check"],
                tuple(agreement["claims"]),
                _locations(agreement["locations"]),
                _lines(agreement["arithmetic"], agreement["arithmetic_en"]),
                agreement["by_rounding"],
            )
            for agreement in saved["agreements"]
        ),
        not_comparable=saved["comparisons"]["not_comparable"],
        statuses={row["claim_id"]: row["status"] for row in saved["claims"]},
        unchecked=saved["unchecked"],
        implied_values=tuple(
            ImpliedValue(
                **value
                | {
                    "interval": _interval(value["interval"]),
                    "sources": tuple(value["sources"]),
                    "arithmetic": Bilingual(**value["arithmetic"]),
                }
            )
            for value in saved["implied_values"]
        ),
    )


def _finding(saved: Object) -> Finding:
    return Finding(
        id=saved["id"],
        check=saved["check"],
        code=saved["code"],
        severity=saved["severity"],
        message=Bilingual(saved["message"], saved["message_en"]),
        claims=tuple(saved["claims"]),
        locations=_locations(saved["locations"]),
        arithmetic=_lines(saved["arithmetic"], saved["arithmetic_en"]),
        reported=_interval(saved["reported"]),
        implied=_interval(saved["implied"]),
        gap=exact(saved["gap"]),
        unit=saved["unit"],
        suspects=tuple(tuple(suspects) for suspects in saved["suspects"]),
        explanations=tuple(map(Bilingual, saved["explanations"], saved["explanations_en"])),
        accepted=None if saved["accepted"] is None else Acceptance(**saved["accepted"]),
    )


def _locations(saved: list[Object]) -> tuple[Location, ...]:
    return tuple(Location(**location) for location in saved)


def _lines(zh: str, en: str) -> tuple[Bilingual, ...]:
    return tuple(Bilingual(*pair) for pair in zip(zh.split("\n"), en.split("\n"), strict=True)) if zh or en else ()


def _interval(saved: Object) -> Interval:
    return Interval.of(saved["low"], saved["high"], saved["low_closed"], saved["high_closed"])


def _document(saved: Object) -> Document:
    return Document(
        path=saved["path"],
        text=saved["text"],
        title=saved["title"],
        published=None if saved["published"] is None else date.fromisoformat(saved["published"]),
        publisher=saved["publisher"],
        place=saved["place"],
        language=saved["language"],
        encoding=saved["encoding"],
        sections=tuple(Section(**section) for section in saved["sections"]),
        marks=tuple(Mark(**mark) for mark in saved["marks"]),
        error=None if saved["error"] is None else Bilingual(saved["error"], saved["error_en"]),
    )


def _claim(row: Object, reading: Object) -> Claim:
    asserted = _interval(row)
    rest: Object = {name: tuple(value) if isinstance(value, list) else value for name, value in reading.items()}
    rest["implied"] = _interval(reading["implied"]) if "implied" in reading else asserted
    rest["resolution"] = Decimal(rest["resolution"])
    rest.update({name: row[name] for name in _TAKEN})
    return Claim(value=Decimal(row["value"]), asserted=asserted, **rest)


def _mention(saved: Object) -> Mention:
    rest = dict(saved)
    rest["items"] = tuple((start, end) for start, end in saved.get("items", ()))
    if "count" in rest:
        rest["count"] = Decimal(rest["count"])
    return Mention(**rest)
