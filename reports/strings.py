"""Words of the program that several renderers use, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from claims.bilingual import Bilingual
from expectations.wording import REASONS
from reports.report import CheckNote, Report
from reports.safe import clean

MARKS = {"error": "●", "warning": "▲", "note": "○"}
CONSISTENT, NOT_COMPARABLE = "√", "–"

SEVERITY = {
    "error": Bilingual("错误", "error"),
    "warning": Bilingual("警示", "warning"),
    "note": Bilingual("提示", "note"),
}
STATUS = {
    "corroborated": Bilingual("印证", "corroborated"),
    "contradicted": Bilingual("矛盾", "contradicted"),
    "unchecked": Bilingual("未比对", "unchecked"),
}
SECTION = {
    "headline": Bilingual("标题", "headline"),
    "lead": Bilingual("导语", "lead"),
    "body": Bilingual("正文", "body"),
    "caption": Bilingual("图说", "caption"),
    "table": Bilingual("表格", "table"),
}
KIND = {
    "count": Bilingual("数目", "count"),
    "amount": Bilingual("数额", "amount"),
    "share": Bilingual("占比、比率", "share"),
    "relative_change": Bilingual("增速", "relative change"),
    "point_change": Bilingual("百分点增减", "change in points"),
    "absolute_change": Bilingual("增减量", "absolute change"),
    "multiple": Bilingual("倍数", "multiple"),
    "rate": Bilingual("单位量", "rate"),
}
FIELD = {
    "severity": Bilingual("级别", "severity"),
    "check": Bilingual("检查", "check"),
    "place": Bilingual("位置", "place"),
    "where": Bilingual("在哪里", "where"),
    "figure": Bilingual("数字", "figure"),
    "figures": Bilingual("数字", "figures"),
    "quote": Bilingual("原文", "quote"),
    "arithmetic": Bilingual("算式", "working"),
    "reported": Bilingual("稿件", "stated"),
    "implied": Bilingual("推算", "implied"),
    "gap": Bilingual("最少差", "least gap"),
    "suspects": Bilingual("疑点", "suspects"),
    "explanations": Bilingual("或因", "perhaps"),
    "accepted": Bilingual("已核", "accepted"),
    "id": Bilingual("编号", "id"),
    "measure": Bilingual("指标", "measure"),
    "value": Bilingual("数值", "value"),
    "unit": Bilingual("单位", "unit"),
    "kind": Bilingual("类型", "kind"),
    "period": Bilingual("报告期", "period"),
    "area": Bilingual("地区", "area"),
    "status": Bilingual("比对", "status"),
    "reason": Bilingual("原因", "reason"),
    "row": Bilingual("行", "row"),
    "column": Bilingual("列", "column"),
    "table": Bilingual("表", "table"),
    "hint": Bilingual("办法", "what to do"),
    "problem": Bilingual("问题", "problem"),
    "message": Bilingual("说明", "message"),
}


def word(words: Mapping[str, Bilingual], key: str, language: str) -> str:
    """The word for `key`, or `key` itself where there is none."""
    return words[key].text(language) if key in words else key


def reason(key: str, language: str) -> str:
    """Why two figures were not compared."""
    return word(REASONS, key, language)


def note_of(report: Report, check: str) -> CheckNote | None:
    """What the report says of a check."""
    return next((note for note in report.checks if note.name == check), None)


def title(report: Report, check: str, language: str) -> str:
    """The title of a check, or its name where the report holds no note of it."""
    note = note_of(report, check)
    return clean(note.title.text(language) if note else check)
