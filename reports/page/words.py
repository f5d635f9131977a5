"""The page's words: both languages stand in it, and a choice at the top shows one of them."""

from __future__ import annotations

from markupsafe import Markup, escape

from claims.bilingual import Bilingual
from reports.safe import clean

SEVERITIES = {"error": ("●", "错误", "error"), "warning": ("▲", "警示", "warning"), "note": ("○", "提示", "note")}
STATUSES = {
    "corroborated": ("√", "已印证", "corroborated"),
    "contradicted": ("×", "有矛盾", "contradicted"),
    "unchecked": ("–", "未比对", "unchecked"),
}
KINDS = {
    "count": ("计数", "count"),
    "amount": ("数额", "amount"),
    "share": ("占比", "share"),
    "relative_change": ("增减率", "relative change"),
    "point_change": ("百分点变化", "point change"),
    "absolute_change": ("增减量", "absolute change"),
    "multiple": ("倍数", "multiple"),
    "rate": ("比率", "rate"),
}


def both(zh: str, en: str) -> Markup:
    """Both languages as markup of which the page shows one; a single text where they are the same."""
    if zh == en:
        return escape(clean(zh))
    return Markup('<span class="b" lang="zh">{}</span><span class="b" lang="en">{}</span>').format(clean(zh), clean(en))


def said(words: Bilingual) -> Markup:
    """A bilingual text as markup."""
    return both(words.zh, words.en)


def kind(name: str) -> Markup:
    """The kind of a claim in words."""
    return both(*KINDS.get(name, (name, name)))


STATES = SEVERITIES | {"accepted": ("√", "已核", "accepted")}
REASONS = {
    "": ("没有可以对照的数字", "no figure to compare with"),
    "no-counterpart": ("没有可以对照的数字", "no figure to compare with"),
    "period-unknown": ("时段不明", "period unknown"),
    "scope-differs": ("口径不同", "scopes differ"),
}


def reason(name: str) -> Markup:
    """Why figures were not compared, in words; a name without words is shown as it is."""
    return both(*REASONS.get(name, (name.replace("-", " "),) * 2))
