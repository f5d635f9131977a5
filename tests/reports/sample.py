"""A report made by hand, with one of everything a renderer must show: `sample()`. Its figures are real."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from claims.bilingual import Bilingual
from claims.claim import Claim, Mention
from claims.document import Document, Section
from claims.interval import Interval
from expectations.finding import Acceptance, Agreement, Finding, ImpliedValue, Location, Outcome
from reports.report import CheckNote, Problem, RefusedRow, Report

LETTERS = """五年来群众寄来3135封感谢信
本报讯 专班昨天交出五年答卷：收到群众感谢信2750封，其中省内来信1260封，省外来信1390封。
2020年全市共立案7323宗，比上一年增长49.7%，破获的案件占37.01%。
当年冻结涉案资金合计134.91万亿元，约3500名民警参与其中，警情多年持续下降。
"""
HALF_YEAR = """上半年诈骗警情明显回落
统计显示，2019年上半年立案2205宗，同比下降16.6%，破案数同比增长1%，破案率上升6%。
宣传册覆盖率为39.4%，电话劝阻成功率为39.4%；另据年报，2020年立案7332宗，破获占比37.01%。
全市常住人口为1.2601亿人，参与民警3480名。
"""

Made = dict[str, Claim]


def sample() -> Report:
    """Two readable documents, one unreadable, findings of each severity, agreements, refusals and problems."""
    documents = _documents()
    claims = _claims(documents)
    return Report(
        version="0.1.0",
        documents=documents,
        claims=tuple(claims.values()),
        mentions=_mentions(documents[0]),
        outcome=_outcome(claims),
        problems=(
            Problem(
                "articles/scan.pdf",
                Bilingual("读不了：PDF 里没有文字，只有图片", "cannot be read: the PDF holds pictures, no text"),
                Bilingual("先做文字识别，再核对", "run text recognition first"),
            ),
        ),
        refused_rows=(
            RefusedRow(
                "reference.csv", 7, "value", "约三成", Bilingual("“value”一栏应当是数字", "`value` must be a number")
            ),
        ),
        stale_acceptances=("0badc0de00ff",),
        settings={"as-of": "2022-03-01", "fail-on": "error", "language": "auto"},
        checks=_notes(),
    )


def empty() -> Report:
    """A run over one article without figures: nothing found, nothing compared."""
    text = "今天没有数字\n"
    document = Document("empty.txt", text, "今天没有数字", sections=(Section("headline", 0, 6),))
    return Report("0.1.0", (document,), (), (), Outcome(()))


def _documents() -> tuple[Document, ...]:
    return (
        _document("articles/five-years.txt", LETTERS, date(2022, 2, 24), "Evening Post"),
        _document("articles/half-year.md", HALF_YEAR, date(2019, 7, 30), "Morning Post"),
        Document(
            "articles/scan.pdf",
            error=Bilingual("PDF 里没有文字，只有图片", "the PDF holds pictures, no text"),
        ),
    )


def _document(path: str, text: str, published: date, publisher: str) -> Document:
    headline = text.index("\n")
    lead = text.index("\n", headline + 1)
    return Document(
        path,
        text,
        title=text[:headline],
        published=published,
        publisher=publisher,
        place="广州",
        language="zh",
        encoding="utf-8",
        sections=(
            Section("headline", 0, headline),
            Section("lead", headline + 1, lead),
            Section("body", lead + 1, len(text)),
        ),
    )


def _place(text: str, words: str, figure: str) -> tuple[int, int]:
    """The span of `figure` in the one place where `words`, which hold it, stand."""
    if text.count(words) != 1:
        raise ValueError(f"{words!r} stands {text.count(words)} times")
    start = text.index(words) + words.index(figure)
    return start, start + len(figure)


def _position(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1


def _sentence(text: str, start: int) -> tuple[int, str]:
    begin = max(text.rfind(mark, 0, start) for mark in "。\n") + 1
    ends = [at for mark in "。\n" if (at := text.find(mark, start)) >= 0]
    end = min(ends)
    return begin, text[begin : end + (text[end] == "。")]


def _claim(document: Document, words: str, figure: str, value: str, half: str = "0", **fields: Any) -> Claim:
    """The claim of `figure`, of `value` ± `half`."""
    start, end = _place(document.text, words, figure)
    line, column = _position(document.text, start)
    sentence_start, sentence = _sentence(document.text, start)
    number, half_unit = Decimal(value), Decimal(half)
    spread = Interval.of(number - half_unit, number + half_unit)
    defaults: dict[str, Any] = {
        "claim_id": f"{document.path.split('/')[-1].split('.')[0]}-{start}",
        "section": next(section.kind for section in document.sections if section.start <= start < section.end),
        "asserted": spread,
        "implied": spread,
        "resolution": half_unit * 2 or Decimal(1),
        "place": "440100",
        "place_name": "广州",
        "rule": "sample",
        "measure_key": fields.get("measure", ""),
    }
    return Claim(
        document=document.path,
        start=start,
        end=end,
        line=line,
        column=column,
        text=figure,
        sentence=sentence,
        value=number,
        sentence_start=sentence_start,
        **(defaults | fields),
    )


def _claims(documents: tuple[Document, ...]) -> Made:
    five, half = documents[0], documents[1]
    letters = {"unit": "封", "dimension": "letter", "measure": "感谢信", "period": "2017/2021"}
    cases = {"unit": "宗", "dimension": "case", "measure": "立案数"}
    percent = {"unit": "%", "dimension": "percent"}
    growth = percent | {"kind": "relative_change"}
    first_half = {"period": "2019-01/2019-06", "base_period": "2018-01/2018-06"}
    return {
        "headline": _claim(five, "3135封", "3135", "3135", **letters),
        "letters": _claim(five, "2750封", "2750", "2750", **letters),
        "inside": _claim(five, "1260封", "1260", "1260", **letters | {"measure": "感谢信（省内）"}),
        "outside": _claim(five, "1390封", "1390", "1390", **letters | {"measure": "感谢信（省外）"}),
        "filed": _claim(five, "7323宗", "7323", "7323", **cases, period="2020"),
        "growth": _claim(
            five, "49.7%", "49.7%", "49.7", "0.05", **growth, measure="立案数", period="2020", base_period="2019"
        ),
        "share": _claim(five, "37.01%", "37.01%", "37.01", "0.005", **percent, kind="share", measure="破获占比"),
        "money": _claim(
            five,
            "134.91万亿",
            "134.91万亿",
            "134910000000000",
            "50000000000",
            unit="元",
            dimension="CNY",
            kind="amount",
            measure="冻结资金",
            period="2020",
        ),
        "officers": _claim(
            five,
            "约3500名",
            "3500",
            "3500",
            "50",
            hedge="about",
            unit="名",
            dimension="person",
            measure="民警",
            asserted=Interval.of(3150, 3850),
            implied=Interval.of(3450, 3550),
        ),
        "half": _claim(half, "2205宗", "2205", "2205", **cases, period="2019-01/2019-06"),
        "fewer": _claim(half, "16.6%", "16.6%", "-16.6", "0.05", **growth, measure="立案数", **first_half),
        "solved": _claim(half, "增长1%", "1%", "1", "0.5", **growth, measure="破案数", **first_half),
        "rate": _claim(half, "上升6%", "6%", "6", "0.5", **growth, measure="破案率", **first_half),
        "leaflets": _claim(
            half, "覆盖率为39.4%", "39.4%", "39.4", "0.05", **percent, kind="share", measure="宣传册覆盖率"
        ),
        "calls": _claim(half, "成功率为39.4%", "39.4%", "39.4", "0.05", **percent, kind="share", measure="劝阻成功率"),
        "again": _claim(half, "7332宗", "7332", "7332", **cases, period="2020"),
        "same": _claim(half, "37.01%", "37.01%", "37.01", "0.005", **percent, kind="share", measure="破获占比"),
        "people": _claim(
            half, "1.2601亿人", "1.2601亿", "126010000", "5000", unit="人", dimension="person", measure="常住人口"
        ),
        "staff": _claim(half, "3480名", "3480", "3480", unit="名", dimension="person", measure="民警"),
        "census": _reference(),
    }


def _reference() -> Claim:
    value = Decimal(18676605)
    return Claim(
        claim_id="reference-2",
        document="reference.csv#2",
        start=-1,
        end=-1,
        line=2,
        column=1,
        text="18676605",
        sentence="",
        section="table",
        value=value,
        asserted=Interval.point(value),
        implied=Interval.point(value),
        resolution=Decimal(1),
        unit="人",
        dimension="person",
        measure="常住人口",
        measure_key="常住人口",
        place="440100",
        place_name="广州",
        origin="reference:reference.csv#2",
        rule="table",
    )


def _mentions(five: Document) -> tuple[Mention, ...]:
    found = []
    for words, kind, reading in (("五年来", "duration", "P5Y"), ("持续下降", "direction", "down")):
        start, end = _place(five.text, words, words)
        line, column = _position(five.text, start)
        sentence_start, sentence = _sentence(five.text, start)
        found.append(
            Mention(
                document=five.path,
                start=start,
                end=end,
                line=line,
                column=column,
                text=words,
                sentence=sentence,
                kind=kind,
                reading=reading,
                sentence_start=sentence_start,
                count=Decimal(5) if kind == "duration" else None,
            )
        )
    return tuple(found)


def _where(claims: Made, *names: str) -> tuple[Location, ...]:
    return tuple(
        Location(c.document, c.start, c.end, c.line, c.column, c.text, c.sentence, c.sentence_start, c.claim_id)
        for c in (claims[name] for name in names)
    )


def _ids(claims: Made, *names: str) -> tuple[str, ...]:
    return tuple(claims[name].claim_id for name in names)


def _outcome(claims: Made) -> Outcome:
    return Outcome(
        findings=_findings(claims),
        agreements=_agreements(claims),
        not_comparable={"period-unknown": 4, "scope-differs": 1},
        statuses=_statuses(claims),
        unchecked={claims["money"].claim_id: "no-other-figure", claims["growth"].claim_id: "period-unknown"},
        implied_values=(
            ImpliedValue(
                "立案数",
                "广州",
                "2019",
                "宗",
                Interval.of(Fraction(7323000, 14975), Fraction(7323000, 14965)),
                _ids(claims, "filed", "growth"),
                Bilingual("7323宗 ÷ (1 + 49.7%) = [4890.2, 4893.4]宗", "7323宗 ÷ (1 + 49.7%) = [4890.2, 4893.4]宗"),
            ),
        ),
    )


def _statuses(claims: Made) -> dict[str, str]:
    contradicted = {"headline", "letters", "inside", "outside", "filed", "again", "fewer", "solved", "rate", "people"}
    corroborated = {"share", "same", "half"}
    return {
        claim.claim_id: "contradicted"
        if name in contradicted
        else "corroborated"
        if name in corroborated
        else "unchecked"
        for name, claim in claims.items()
    }


def _findings(claims: Made) -> tuple[Finding, ...]:
    return (
        _headline(claims),
        _parts(claims),
        _rate(claims),
        _repeated(claims),
        _label(claims),
        _census(claims),
        _officers(claims),
    )


def _headline(claims: Made) -> Finding:
    return Finding(
        "3f9a1c20b7d4",
        "headline-differs-from-body",
        "N02",
        "error",
        Bilingual("标题说感谢信3135封，正文说2750封", "The headline has 3135 letters, the body 2750"),
        _ids(claims, "headline", "letters"),
        _where(claims, "headline", "letters"),
        (
            Bilingual("标题 3135封，正文 2750封", "headline 3135封, body 2750封"),
            Bilingual("3135封 ≠ 2750封，差 385封", "3135封 ≠ 2750封, 385封 apart"),
        ),
        Interval.point(3135),
        Interval.point(2750),
        Fraction(385),
        "封",
        tuple((i,) for i in _ids(claims, "headline", "letters")),
        (Bilingual("两处统计的时段或范围不同", "The two places cover different periods or scopes"),),
    )


def _parts(claims: Made) -> Finding:
    names = ("letters", "inside", "outside")
    return Finding(
        "51d0c7e2aa96",
        "parts-mismatch-total",
        "S01",
        "error",
        Bilingual("两项相加是2650封，总数却写2750封", "The two parts add up to 2650 letters, the total says 2750"),
        _ids(claims, *names),
        _where(claims, *names),
        (
            Bilingual("省内 1260封 + 省外 1390封 = 2650封", "inside 1260封 + outside 1390封 = 2650封"),
            Bilingual("总数 2750封 ≠ 2650封，差 100封", "total 2750封 ≠ 2650封, 100封 apart"),
        ),
        Interval.point(2750),
        Interval.point(2650),
        Fraction(100),
        "封",
        tuple((i,) for i in _ids(claims, *names)),
        (
            Bilingual("有一个数字抄错了一位", "One figure has a wrong digit"),
            Bilingual("还有没写出来的分项", "A part is not listed"),
        ),
    )


def _rate(claims: Made) -> Finding:
    names = ("rate", "fewer", "solved")
    low, high = Fraction(10050, 8345) * 100 - 100, Fraction(10150, 8335) * 100 - 100
    return Finding(
        "8c07be5512fa",
        "rate-mismatch-changes",
        "R01",
        "warning",
        Bilingual(
            "立案降16.6%、破案增1%，破案率应升约21.1%，稿件写6%",
            "Filed −16.6 % and solved +1 % make the clearance rate rise by about 21.1 %, not 6 %",
        ),
        _ids(claims, *names),
        _where(claims, *names),
        (
            Bilingual("(1 + 1%) ÷ (1 − 16.6%) − 1 = [20.4%, 21.8%]", "(1 + 1%) ÷ (1 − 16.6%) − 1 = [20.4%, 21.8%]"),
            Bilingual(
                "稿件写 6%，即 [5.5%, 6.5%]；最少差 13.9", "stated 6%, that is [5.5%, 6.5%]; 13.9 apart at least"
            ),
        ),
        Interval.of(Decimal("5.5"), Decimal("6.5")),
        Interval(low, high),
        low - Fraction(13, 2),
        "%",
        (_ids(claims, "rate"), _ids(claims, "fewer", "solved")),
        (Bilingual("可能是“6个百分点”，原来的破案率约为28%", "It may be 6 percentage points, from a rate near 28 %"),),
    )


def _repeated(claims: Made) -> Finding:
    return Finding(
        "a2b64f0913ce",
        "repeated-figure-differs",
        "N01",
        "warning",
        Bilingual("两篇稿件2020年立案数不同：7323宗、7332宗", "Two articles differ on cases of 2020: 7323, 7332"),
        _ids(claims, "filed", "again"),
        _where(claims, "filed", "again"),
        (Bilingual("7323宗 ≠ 7332宗，差 9宗", "7323宗 ≠ 7332宗, 9宗 apart"),),
        Interval.point(7323),
        Interval.point(7332),
        Fraction(9),
        "宗",
        tuple((i,) for i in _ids(claims, "filed", "again")),
        (
            Bilingual("两位数字可能颠倒了：23、32", "Two digits may be swapped: 23, 32"),
            Bilingual("年报发布后又有修订", "The yearly figure was revised later"),
        ),
    )


def _label(claims: Made) -> Finding:
    return Finding(
        "c61b03d84e7f",
        "same-figure-new-label",
        "L01",
        "note",
        Bilingual("同一个39.4%用在两个指标上", "The same 39.4 % stands for two measures"),
        _ids(claims, "leaflets", "calls"),
        _where(claims, "leaflets", "calls"),
        (Bilingual("宣传册覆盖率 39.4%，劝阻成功率 39.4%", "leaflet coverage 39.4%, calls that succeeded 39.4%"),),
        Interval.of(Decimal("39.35"), Decimal("39.45")),
        Interval.of(Decimal("39.35"), Decimal("39.45")),
        Fraction(0),
        "%",
        (),
        (Bilingual("两个数字碰巧相同", "The two figures are equal by chance"),),
    )


def _census(claims: Made) -> Finding:
    return Finding(
        "d90e77a1b35c",
        "reference-differs",
        "X01",
        "note",
        Bilingual("常住人口与参考数据不同", "The resident population differs from the reference figure"),
        _ids(claims, "people", "census"),
        _where(claims, "people", "census"),
        (Bilingual("[126005000, 126015000]人 ≠ 18676605人", "[126005000, 126015000]人 ≠ 18676605人"),),
        Interval.of(126005000, 126015000),
        Interval.point(18676605),
        Fraction(107328395),
        "人",
        tuple((i,) for i in _ids(claims, "people", "census")),
        (Bilingual("稿件说的可能是全省", "The article may mean the whole province"),),
    )


def _officers(claims: Made) -> Finding:
    return Finding(
        "e4812c9f60bd",
        "repeated-figure-differs",
        "N01",
        "note",
        Bilingual("参与民警：约3500名、3480名", "Officers taking part: about 3500, 3480"),
        _ids(claims, "officers", "staff"),
        _where(claims, "officers", "staff"),
        (
            Bilingual(
                "约3500名，即 [3450, 3550]名；另一处 3480名", "about 3500名, that is [3450, 3550]名; elsewhere 3480名"
            ),
        ),
        Interval.of(3450, 3550),
        Interval.point(3480),
        Fraction(0),
        "名",
        tuple((i,) for i in _ids(claims, "officers", "staff")),
        (Bilingual("一处是约数", "One of them is rounded"),),
        Acceptance("一处是约数，已与通讯员核实", "李编辑", "2022-02-25"),
    )


def _agreements(claims: Made) -> tuple[Agreement, ...]:
    return (
        Agreement(
            "repeated-figure-differs",
            _ids(claims, "share", "same"),
            _where(claims, "share", "same"),
            (Bilingual("37.01% = 37.01%", "37.01% = 37.01%"),),
        ),
        Agreement(
            "implied-levels-conflict",
            _ids(claims, "half", "filed", "growth"),
            _where(claims, "half", "filed", "growth"),
            (
                Bilingual(
                    "2019年全年 [4890.2, 4893.4]宗 ≥ 上半年 2205宗", "2019 [4890.2, 4893.4]宗 ≥ first half 2205宗"
                ),
            ),
            by_rounding=True,
        ),
    )


def _notes() -> tuple[CheckNote, ...]:
    named = {
        "headline-differs-from-body": ("N02", "标题与正文不一致", "Headline differs from body"),
        "parts-mismatch-total": ("S01", "分项合计与总数不符", "Parts do not add up to the total"),
        "rate-mismatch-changes": ("R01", "比率变化与分子分母不符", "Change of a rate does not follow from its terms"),
        "repeated-figure-differs": ("N01", "同一数字前后不一", "The same figure differs"),
        "same-figure-new-label": ("L01", "同一数字换了说法", "Same figure under a new label"),
        "reference-differs": ("X01", "与参考数据不符", "Differs from a reference figure"),
        "implied-levels-conflict": ("G02", "推算的基数互相矛盾", "Implied levels conflict"),
    }
    return tuple(
        CheckNote(
            name,
            code,
            Bilingual(zh, en),
            Bilingual(f"{zh}时提示；只比较口径相同的数字。", f"{en}. Only figures of one scope are compared."),
        )
        for name, (code, zh, en) in named.items()
    )
