"""How figures were read: each claim with its rule and what its words say, each numeral left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from claims.bilingual import Bilingual
from claims.claim import Claim
from claims.exact_json import dumps
from claims.rows import claim_row
from claims.trace import Step
from reports.safe import clean

_NAMES = {
    "relation": Bilingual("关系", "relation"),
    "direction": Bilingual("方向", "direction"),
    "reached": Bilingual("变动所至", "reached"),
    "former": Bilingual("变动前", "former"),
    "subject": Bilingual("主语", "subject"),
    "verb": Bilingual("谓语", "verb"),
    "object": Bilingual("宾语", "object"),
    "whole": Bilingual("总体", "whole"),
    "comparison": Bilingual("比较", "comparison"),
    "base": Bilingual("相对于", "base"),
    "per": Bilingual("每", "per"),
    "times": Bilingual("时间", "times"),
    "base times": Bilingual("基期", "base times"),
    "places": Bilingual("地点", "places"),
    "shared out": Bilingual("分别", "shared out"),
    "hedge": Bilingual("限定", "hedge"),
    "group": Bilingual("并列组", "group"),
    "part of": Bilingual("从属于", "part of"),
    "measure of": Bilingual("指标承自", "measure of"),
    "modality": Bilingual("语气", "modality"),
    "inferred": Bilingual("推定", "inferred"),
    "reading": Bilingual("读作", "read as"),
    "period": Bilingual("时期", "period"),
    "role": Bilingual("作用", "role"),
}
_VALUES = {
    "change": Bilingual("变动", "change"),
    "level": Bilingual("水平", "level"),
    "share": Bilingual("占比", "share"),
    "direct": Bilingual("直陈", "direct"),
    "up": Bilingual("升", "up"),
    "down": Bilingual("降", "down"),
    "yes": Bilingual("是", "yes"),
    "reference": Bilingual("所述", "reference"),
    "base": Bilingual("基期", "base"),
    "former": Bilingual("此前", "former"),
    "plan": Bilingual("计划", "plan"),
    "threshold": Bilingual("门槛", "threshold"),
    "measure": Bilingual("指标", "measure"),
    "place": Bilingual("地点", "place"),
    "period": Bilingual("时期", "period"),
}
_SPOKEN = ("relation", "direction", "reached", "former", "role", "modality", "inferred")  # whose values are no quotes
_LEFT_OUT = {
    "time": Bilingual("时间", "time"),
    "date": Bilingual("日期", "date"),
    "clock": Bilingual("钟点", "clock time"),
    "weekday": Bilingual("星期", "weekday"),
    "ordinal": Bilingual("序数", "ordinal"),
    "rank": Bilingual("位次", "rank"),
    "duration": Bilingual("时长", "duration"),
    "streak": Bilingual("连续", "streak"),
    "age": Bilingual("年龄", "age"),
    "count_word": Bilingual("合称", "count word"),
    "name": Bilingual("名称、编号", "name or number"),
    "misprint": Bilingual("误排", "misprint"),
}
_COMMA = Bilingual("，", ", ")
_WORDS = Bilingual("语词", "words")
_NO_FIGURE = Bilingual("不作数字读", "not read as a figure")


def lines(claims: Sequence[Claim], steps: Iterable[Step], language: str) -> Iterator[Text]:
    """The trace in the order of the articles, styled; claims from outside, which no rule read, come last."""
    by_id = {claim.claim_id: claim for claim in claims}
    told: set[str] = set()
    for step in steps:
        if step.kind == "sentence":
            row = " ".join(f"{role}:{word}" for role, word in step.details if role != "sep")
            yield Text(clean(f"  {_WORDS.text(language)}  {row}"), style="dim")
        elif step.kind == "claim" and step.claim_id in by_id:
            told.add(step.claim_id)
            yield _claim(by_id[step.claim_id])
            if step.details:
                yield Text(clean(f"    {_details(step, language)}"))
        elif step.kind == "left_out":
            name = _said(_LEFT_OUT, step.rule, language)
            said = f"  {_details(step, language)}" if step.details else ""
            where = f"{step.document}:{step.line}:{step.column}: {step.text}"
            yield Text(clean(f"{where} – {name}{_COMMA.text(language)}{_NO_FIGURE.text(language)}{said}"), style="dim")
    for claim in claims:
        if claim.claim_id not in told:
            yield _claim(claim)


def to_text(claims: Sequence[Claim], steps: Iterable[Step], language: str) -> str:
    """The trace as plain text: a line each for words, claims and numerals left out, details indented below."""
    return "".join(f"{line.plain}\n" for line in lines(claims, steps, language))


def to_jsonl(claims: Sequence[Claim], steps: Iterable[Step]) -> str:
    """One object a step: its fields, details as pairs, and of a claim the row of the claim table."""
    by_id = {claim.claim_id: claim for claim in claims}
    return "".join(dumps(_object(step, by_id)) + "\n" for step in steps)


def _object(step: Step, claims: dict[str, Claim]) -> dict[str, object]:
    found: dict[str, object] = {
        "step": step.kind, "document": step.document, "start": step.start, "end": step.end, "line": step.line,
        "column": step.column, "text": step.text, "rule": step.rule, "details": [list(pair) for pair in step.details],
    }  # fmt: skip
    if step.claim_id in claims:
        found["claim"] = claim_row(claims[step.claim_id])
    return found


def _claim(claim: Claim) -> Text:
    read = f"{claim.kind} {claim.value:f}{claim.unit and ' ' + claim.unit}"
    what = " · ".join(part for part in (claim.measure, claim.place, claim.period) if part)
    where = f"{claim.document}:{claim.line}:{claim.column}: "
    return Text.assemble(clean(where), (clean(claim.text), "bold"), clean(f" = {read} [{claim.rule}] {what}"))


def _details(step: Step, language: str) -> str:
    return " ".join(f"{_said(_NAMES, name, language)}={_value(name, value, language)}" for name, value in step.details)


def _value(name: str, value: str, language: str) -> str:
    if name not in _SPOKEN:
        return value
    return "、".join(_said(_VALUES, part, language) for part in value.split("、"))


def _said(words: Mapping[str, Bilingual], name: str, language: str) -> str:
    return words[name].text(language) if name in words else name
