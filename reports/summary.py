"""The denominators of a run in words: what was read, found, compared, and why the rest was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claims.bilingual import Bilingual
from expectations.finding import SEVERITIES
from reports.report import Report
from reports.strings import MARKS, SEVERITY, reason, word

Line = tuple[str, str]


def lines(report: Report, language: str) -> list[Line]:
    """Name and text of each line: documents, figures, comparisons, findings, and accepted ids that no longer occur."""
    told = [
        _documents(report),
        *_tables(report),
        _figures(report, language),
        _comparisons(report, language),
        _findings(report, language),
    ]
    if report.stale_acceptances:
        ids = ", ".join(report.stale_acceptances)
        count = len(report.stale_acceptances)
        told.append(
            (
                Bilingual("已核失效", "stale"),
                Bilingual(
                    f"{count} 条已核记录在稿件里找不到了：{ids}",
                    f"{count} accepted finding{_s(count)} no longer occur{'s' if count == 1 else ''}: {ids}",
                ),
            )
        )
    return [(name.text(language), text.text(language)) for name, text in told]


def one_line(report: Report, language: str) -> str:
    """The denominators in one line, for standard error beside formats that hold findings alone."""
    between = Bilingual("；", "; ").text(language)
    colon = Bilingual("：", ": ").text(language)
    return between.join(f"{name}{colon}{text}" for name, text in lines(report, language))


def counts(report: Report) -> dict[str, int]:
    """Findings by severity, accepted ones apart as `accepted`."""
    found = Counter("accepted" if f.accepted else f.severity for f in report.outcome.findings)
    return {name: found[name] for name in (*SEVERITIES, "accepted")}


def unread(report: Report) -> int:
    """Documents that could not be read."""
    return sum(document.error is not None for document in report.documents)


Told = tuple[Bilingual, Bilingual]


def _documents(report: Report) -> Told:
    missed = unread(report)
    read = len(report.documents) - missed
    size = sum(len(document.text) for document in report.documents)
    return (
        Bilingual("稿件", "documents"),
        Bilingual(
            f"已读 {read} 篇，{size:,} 字；未读 {missed} 篇",
            f"{read} read, {size:,} characters; {missed} unread",
        ),
    )


def _tables(report: Report) -> list[Told]:
    """Tables from outside, where there are any."""
    told = []
    for table in report.tables:
        known = Bilingual("已知数据", "known figures") if table.kind == "reference" else Bilingual("数据陈述", "claims")
        told.append(
            (
                Bilingual("数据表", "table"),
                Bilingual(
                    f"{table.path}：{known.zh} {table.rows} 行，未采用 {table.refused} 行",
                    f"{table.path}: {table.rows} rows of {known.en}, {table.refused} left out",
                ),
            )
        )
    return told


def _figures(report: Report, language: str) -> Told:
    statuses = Counter(report.outcome.statuses.get(claim.claim_id, "unchecked") for claim in report.claims)
    why = _reasons(Counter(report.outcome.unchecked.values()), language)
    total, unchecked = len(report.claims), statuses["unchecked"]
    return (
        Bilingual("数字", "figures"),
        Bilingual(
            f"找到 {total} 个：交叉印证 {statuses['corroborated']}，有矛盾 {statuses['contradicted']}，"
            f"未比对 {unchecked}{why and f'（{why}）'}",
            f"{total} found: {statuses['corroborated']} cross-checked, {statuses['contradicted']} contradicted, "
            f"{unchecked} not compared{why and f' ({why})'}",
        ),
    )


def _comparisons(report: Report, language: str) -> Told:
    outcome = report.outcome
    refused = sum(outcome.not_comparable.values())
    why = _reasons(outcome.not_comparable, language)
    return (
        Bilingual("比对", "comparisons"),
        Bilingual(
            f"√ 一致 {outcome.consistent}（其中凭修约 {outcome.by_rounding}），不一致 {outcome.inconsistent}；"
            f"– 无法比对 {refused}{why and f'（{why}）'}",
            f"√ {outcome.consistent} consistent ({outcome.by_rounding} of them by rounding), "
            f"{outcome.inconsistent} inconsistent; – {refused} not comparable{why and f' ({why})'}",
        ),
    )


def _findings(report: Report, language: str) -> Told:
    found = counts(report)
    parts = [f"{MARKS[name]} {word(SEVERITY, name, language)} {found[name]}" for name in SEVERITIES]
    accepted = found["accepted"]
    return (
        Bilingual("提示", "findings"),
        Bilingual(
            "  ".join(parts) + f"；已核 {accepted}",
            "  ".join(parts) + f"; {accepted} accepted",
        ),
    )


def _reasons(reasons: Mapping[str, int], language: str) -> str:
    between = Bilingual("，", ", ").text(language)
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return between.join(f"{reason(name, language)} {count}" for name, count in ordered if count)


def _s(count: int) -> str:
    return "" if count == 1 else "s"
