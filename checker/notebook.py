"""For notebooks: `import checker.notebook` gives every DataFrame `.crossfoot`, which checks its figures.

A frame with the columns `value` and `measure` is a claim table, one with `text` holds an article a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.claim import Claim, Mention
from claims.document import Document
from expectations.finding import Finding
from reports.report import Report
from reports.strings import MARKS, SEVERITY, word
from reports.summary import lines

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("severity", "check", "message", "place", "figure", "against", "arithmetic", "gap", "suspects", "id")
_COLOURS = {"error": "#b3261e", "warning": "#8a5a00", "note": "#1a5fb4"}
_HEADINGS = {
    "zh": ("级别", "提示", "位置", "数字", "对照", "算式"),
    "en": ("severity", "finding", "place", "figure", "against", "arithmetic"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a frame gave; in a notebook it shows itself as a table, with the denominators below."""

    report: Report
    lang: str = "zh"

    @property
    def findings(self) -> pd.DataFrame:
        """One row a finding, the gravest first; the columns are `COLUMNS`, `message` and `arithmetic` in `lang`."""
        import pandas as pd

        return pd.DataFrame([_row(one, self.lang) for one in self.report.outcome.findings], columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        body = "".join(_html_row(one, self.lang) for one in self.report.outcome.findings)
        head = "".join(f"<th style='text-align:left'>{escape(name)}</th>" for name in _HEADINGS[_known(self.lang)])
        told = "<br>".join(f"<b>{escape(name)}</b> {escape(text)}" for name, text in lines(self.report, self.lang))
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""
        return f"<div>{table}<p style='font-size:90%'>{told}</p></div>"


def check(
    frame: pd.DataFrame,
    *,
    reference: pd.DataFrame | str | Path | Sequence[Any] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
    name: str = "frame",
) -> Checked:
    """Check the figures of a claim table or of articles, against known figures if there are any (a frame or a file).

    Raises ValueError where the frame is neither, where a row states no claim, or for an unknown check.
    """
    from expectations import check_claims

    documents, claims, mentions = _read(frame, name)
    known = tuple(_known_figures(reference))
    outcome = check_claims(
        (*claims, *known), mentions=mentions, documents=documents, select=tuple(select), ignore=tuple(ignore)
    )
    return Checked(Report(version("crossfoot"), documents, (*claims, *known), mentions, outcome), lang)


def findings(frame: pd.DataFrame, **options: Any) -> pd.DataFrame:
    """The findings of `check` as a DataFrame."""
    return check(frame, **options).findings


def claims(frame: pd.DataFrame, name: str = "frame") -> pd.DataFrame:
    """The figures of a frame of articles as a claim table."""
    from claims.table import to_frame

    return to_frame(_read(frame, name)[1])


def _read(frame: pd.DataFrame, name: str) -> tuple[tuple[Document, ...], tuple[Claim, ...], tuple[Mention, ...]]:
    from claims.extraction import read_figures
    from claims.table import from_frame

    columns = {str(column).strip().lower() for column in frame.columns}
    if {"value", "measure"} <= columns:
        return (), from_frame(frame, name), ()
    if "text" not in columns:
        raise ValueError("the frame needs the columns value and measure, or text with an article a row")
    documents = tuple(_articles(frame, name))
    read = [read_figures(document) for document in documents]
    return (
        documents,
        tuple(claim for one in read for claim in one.claims),
        tuple(mention for one in read for mention in one.mentions),
    )


def _articles(frame: pd.DataFrame, name: str) -> Iterator[Document]:
    from claims.readers.limits import DEFAULT
    from claims.readers.problems import Unreadable
    from claims.readers.rows import Rows
    from claims.table import of_frame

    rows = Rows(name, DEFAULT)
    for row in of_frame(frame, name).rows:
        try:
            yield rows.document(row.number, row.cells, "")
        except Unreadable as error:
            yield rows.unreadable(row.number, error)


def _known_figures(reference: Any) -> Iterator[Claim]:
    from claims.outside.records import Records, read_records
    from claims.table import claims_of, of_frame

    if reference is None:
        return
    if isinstance(reference, list | tuple):
        for one in reference:
            yield from _known_figures(one)
        return
    is_file = isinstance(reference, str | Path)
    records: Records = read_records(reference) if is_file else of_frame(reference, "reference")
    found, faults = claims_of(records, "reference")
    if faults:
        raise ValueError(f"{faults[0].table}, row {faults[0].row}: {faults[0].reason.en}")
    yield from found


def _row(finding: Finding, lang: str) -> dict[str, Any]:
    from claims.exact_json import as_decimal

    first, *others = finding.locations
    return {
        "severity": finding.severity,
        "check": finding.check,
        "message": finding.message.text(lang),
        "place": _place(finding),
        "figure": first.text,
        "against": [place.text for place in others],
        "arithmetic": "; ".join(line.text(lang) for line in finding.arithmetic),
        "gap": as_decimal(finding.gap),
        "suspects": [list(names) for names in finding.suspects],
        "id": finding.id,
    }


def _place(finding: Finding) -> str:
    first = finding.locations[0]
    return first.document if first.start < 0 else f"{first.document}:{first.line}:{first.column}"


def _html_row(finding: Finding, lang: str) -> str:
    said = _row(finding, lang)
    mark = f"{MARKS[finding.severity]} {word(SEVERITY, finding.severity, lang)}"
    style = f"color:{_COLOURS[finding.severity]};white-space:nowrap"
    cells = [said["message"], said["place"], said["figure"], ", ".join(said["against"]), said["arithmetic"]]
    body = "".join(f"<td style='text-align:left'>{escape(str(cell))}</td>" for cell in cells)
    return f"<tr><td style='{style}'>{escape(mark)}</td>{body}</tr>"


def _known(lang: str) -> str:
    return lang if lang in _HEADINGS else "en"


class Accessor:
    """`frame.crossfoot`: `check()` shows itself, `findings()` is a DataFrame, `claims()` the figures of articles."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def check(self, **options: Any) -> Checked:
        """What `checker.notebook.check` says of the frame."""
        return check(self._frame, **options)

    def findings(self, **options: Any) -> pd.DataFrame:
        """What `checker.notebook.findings` says of the frame."""
        return findings(self._frame, **options)

    def claims(self, name: str = "frame") -> pd.DataFrame:
        """The claim table of a frame of articles."""
        return claims(self._frame, name)


def _register() -> None:
    from pandas.api.extensions import register_dataframe_accessor

    register_dataframe_accessor("crossfoot")(Accessor)


_register()
