"""The rows of the claim table: one line of markup a claim, which the page's script keeps as text and sorts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

from claims.claim import Claim
from expectations import wording
from reports.page.words import STATUS_MARKS, word
from reports.report import Report
from reports.safe import clean
from reports.strings import KIND

# Each column: its words in both languages, and how it sorts.
COLUMNS = (
    ("状态", "Status", ""),
    ("数字", "Figure", ""),
    ("数值", "Value", "number"),
    ("单位", "Unit", ""),
    ("指标", "Measure", ""),
    ("类型", "Kind", ""),
    ("地区", "Place", ""),
    ("时段", "Period", ""),
    ("基期", "Base", ""),
    ("所指区间", "Interval", ""),
    ("位置", "Where", ""),
)


def claim_rows(report: Report, hrefs: Mapping[str, str], names: Mapping[str, str]) -> Markup:
    """A `<tr>` for each claim in the order of the report, one a line; `hrefs` by claim id, `names` by path."""
    statuses = report.outcome.statuses
    return Markup(
        "\n".join(
            _row(
                claim,
                statuses.get(claim.claim_id, "unchecked"),
                hrefs.get(claim.claim_id, ""),
                names.get(claim.document),
            )
            for claim in report.claims
        )
    )


def _row(claim: Claim, status: str, href: str, name: str | None) -> str:
    figure = _cell(claim.text)
    shown = f'<a href="{href}">{figure}</a>' if href else figure
    interval = "" if claim.asserted.is_point else wording.interval(claim.asserted)
    cells = (
        f'<td class="{status}">{STATUS_MARKS.get(status, "")}',
        f"<td>{shown}",
        f'<td class="num" data-v="{claim.value}">{_number(claim.value)}',
        f"<td>{_cell(claim.unit)}",
        f"<td>{_cell(claim.measure)}",
        f"<td>{_kind(claim.kind)}",
        f"<td>{_cell(claim.place_name)}",
        f"<td>{_cell(claim.period)}",
        f"<td>{_cell(claim.base_period)}",
        f"<td>{interval}",
        f"<td>{_cell(name or claim.document)}:{claim.line}",
    )
    return f"<tr>{'</td>'.join(cells)}</td></tr>"


def _number(value: Decimal) -> str:
    return wording.minus(f"{value:,f}")


@lru_cache(maxsize=50_000)
def _cell(text: str) -> str:
    return str(escape(clean(text)))


@lru_cache(maxsize=100)
def _kind(name: str) -> str:
    return str(word(KIND, name))
