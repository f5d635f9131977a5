"""Reports of any size, of made-up articles, for tests of how the page copes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.document import Document, Section
from claims.interval import Interval
from expectations.finding import Agreement, Finding, Location, Outcome
from reports.report import CheckNote, Report

MEASURES = ("立案数", "破获案件", "出动警力", "走访企业", "调解纠纷", "发放补贴", "新增就业", "旅客发送量")
PLACES = ("东城", "西山", "南湖", "北岭", "中原")
PARAGRAPHS = 8
FIGURES = 20


def large_report(articles: int, findings: int) -> Report:
    """`articles` articles of twenty figures each; `findings` findings spread over them, some between two articles."""
    documents, claims = [], []
    for number in range(articles):
        document, made = _article(number)
        documents.append(document)
        claims.extend(made)
    outcome = Outcome(
        findings=tuple(_finding(number, claims, articles) for number in range(findings)),
        agreements=tuple(_agreement(number, claims) for number in range(0, len(claims) - FIGURES, FIGURES * 2)),
        not_comparable={"period-unknown": articles},
        statuses={},
        unchecked={claim.claim_id: "no-other-figure" for claim in claims[::2]},
    )
    notes = tuple(
        CheckNote(
            name, code, Bilingual(zh, name.replace("-", " ")), Bilingual("比较同一指标。", "Compares one measure.")
        )
        for name, code, zh in (
            ("repeated-figure-differs", "N01", "同一数字前后不一"),
            ("parts-mismatch-total", "S01", "分项合计与总数不符"),
        )
    )
    return Report("0.1.0", tuple(documents), tuple(claims), (), outcome, checks=notes)


def _article(number: int) -> tuple[Document, list[Claim]]:
    title = f"{PLACES[number % len(PLACES)]}第{number}号工作通报"
    path = f"articles/{number:05}.txt"
    text, spans = title + "\n", []
    for paragraph in range(PARAGRAPHS):
        text += "通报介绍了这一阶段的各项安排，要求各单位按部就班地推进，做好记录并及时报送，"
        for figure in range(FIGURES // PARAGRAPHS + (paragraph < FIGURES % PARAGRAPHS)):
            value = (number * 37 + paragraph * 101 + figure * 13) % 9000 + 100
            measure = MEASURES[(number + paragraph + figure) % len(MEASURES)]
            text += f"其间{measure}"
            spans.append((len(text), str(value), measure, text.rfind("\n") + 1, paragraph + 2))
            text += f"{value}件，"
        text += "相关工作仍在继续。\n"
    document = Document(path, text, title, sections=(Section("headline", 0, len(title)),))
    claims = []
    for start, figure, measure, line_start, line in spans:
        sentence = text[line_start : text.index("\n", line_start)]
        point = Interval.point(Decimal(figure))
        claims.append(
            Claim(
                claim_id=f"{number}-{start}",
                document=path,
                start=start,
                end=start + len(figure),
                line=line,
                column=start - line_start + 1,
                text=figure,
                sentence=sentence,
                section="body",
                value=Decimal(figure),
                asserted=point,
                implied=point,
                resolution=Decimal(1),
                unit="件",
                measure=measure,
                measure_key=measure,
                place_name=PLACES[number % len(PLACES)],
                period="2023",
                sentence_start=line_start,
            )
        )
    return document, claims


def _where(*claims: Claim) -> tuple[Location, ...]:
    return tuple(
        Location(c.document, c.start, c.end, c.line, c.column, c.text, c.sentence, c.sentence_start, c.claim_id)
        for c in claims
    )


def _finding(number: int, claims: list[Claim], articles: int) -> Finding:
    at = number * len(claims) // max(articles, 2000) % (len(claims) - FIGURES)
    first, second = claims[at], claims[at + (FIGURES if number % 3 == 0 else 1)]
    between = abs(Fraction(first.value) - Fraction(second.value))
    return Finding(
        f"{number:012x}",
        ("repeated-figure-differs", "parts-mismatch-total")[number % 2],
        "N01",
        ("error", "warning", "note")[number % 3],
        Bilingual(
            f"{first.measure}一处写{first.text}件，另一处写{second.text}件", f"{first.text} here, {second.text} there"
        ),
        (first.claim_id, second.claim_id),
        _where(first, second),
        (Bilingual(f"{first.text}件 ≠ {second.text}件", f"{first.text} ≠ {second.text}"),),
        first.asserted,
        second.asserted,
        between,
        "件",
        ((first.claim_id,), (second.claim_id,)),
        (Bilingual("统计的时段不同", "The periods differ"),),
    )


def _agreement(number: int, claims: list[Claim]) -> Agreement:
    first, second = claims[number], claims[number + FIGURES]
    return Agreement(
        "repeated-figure-differs",
        (first.claim_id, second.claim_id),
        _where(first, second),
        (Bilingual(f"{first.text} = {first.text}", f"{first.text} = {first.text}"),),
    )
