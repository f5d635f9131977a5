"""The rule book for readers: a list of the checks, a page for each, their examples run live."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.newsroom import named, rule_book
from checker.settings import Settings
from claims.bilingual import Bilingual
from claims.document import Document
from expectations.finding import Finding

if TYPE_CHECKING:
    from expectations.check import Check
    from expectations.examples import Example

KINDS = {
    "good": Bilingual("不应提示", "must stay silent"),
    "bad": Bilingual("应当提示", "must be found"),
    "gap": Bilingual("已知找不到", "known miss"),
}


def listing(settings: Settings) -> str:
    """A line for each check: code, name, title."""
    book = rule_book(settings.checks)
    width = max((len(name) for name in book), default=0)
    return "".join(f"{one.code}  {one.name:{width}}  {one.title.text(settings.lang)}\n" for one in book.values())


def page(word: str, settings: Settings) -> str:
    """What the check named `word` (or coded so) does, why, its limits, its examples with what comes out now."""
    book = rule_book(settings.checks)
    return "\n".join(_page(named(word, book), settings.lang)) + "\n"


def _page(one: Check, language: str) -> Iterator[str]:
    chinese = language == "zh"
    yield f"{one.name} ({one.code})"
    yield one.title.text(language)
    yield ""
    yield one.why.text(language)
    if one.limits:
        yield ""
        yield "局限" if chinese else "Limits"
        yield from (f"- {limit.text(language)}" for limit in one.limits)
    yield ""
    yield "例子（刚刚运行的结果）" if chinese else "Examples, as they come out now"
    for example in one.examples:
        findings = run_example(one, example)
        passed = KINDS[example.kind].text(language)
        as_wanted = "√" if as_expected(example, findings) else "×"
        yield ""
        yield f"{as_wanted} {passed}"
        for number, text in enumerate(example.texts):
            yield "  " + marked(text, [(s, e) for at, s, e in example.marks if at == number]).replace("\n", "\n  ")
        yield from (f"  | {line}" for line in example.reference.splitlines())
        for finding in findings:
            yield f"  → {finding.severity}: {finding.message.text(language)}"
            yield from (f"    {line.text(language)}" for line in finding.arithmetic)


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with each span in 【】."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text


def run_example(one: Check, example: Example) -> tuple[Finding, ...]:
    """What the check says of its example, its articles read together."""
    from claims.extraction import read_figures
    from expectations import check_claims
    from expectations.examples import known_figures

    documents = [
        Document(f"{number}.txt", text, title=example.title, published=example.published)
        for number, text in enumerate(example.texts, 1)
    ]
    readings = [read_figures(document) for document in documents]
    claims = (*(claim for reading in readings for claim in reading.claims), *known_figures(example))
    mentions = tuple(mention for reading in readings for mention in reading.mentions)
    claims += known_figures(example)
    outcome = check_claims(
        claims, mentions=mentions, documents=tuple(documents), select=(one.name,), extra_checks=(one,)
    )
    return outcome.findings


def as_expected(example: Example, findings: tuple[Finding, ...]) -> bool:
    """Whether a good example is silent, and in a bad one every mark is touched by a finding."""
    if example.kind == "good":
        return not findings
    places = [place for finding in findings for place in finding.locations]
    found = [
        any(p.document == f"{at + 1}.txt" and p.start < end and start < p.end for p in places)
        for at, start, end in example.marks
    ]
    return all(found) is (example.kind == "bad")


def tested(settings: Settings) -> int:
    """Run every example of every check, print those that come out wrong and a count; 1 if there are any, else 0."""
    ran, wrong = 0, 0
    for one in rule_book(settings.checks).values():
        for example in one.examples:
            ran += 1
            findings = run_example(one, example)
            if not as_expected(example, findings):
                wrong += 1
                print(f"{one.name}: {KINDS[example.kind].text(settings.lang)}: {example.texts[0]}")
                for finding in findings:
                    print(f"  → {finding.message.text(settings.lang)}")
    summary = Bilingual(f"运行例子 {ran} 个，不符 {wrong} 个", f"{ran} examples run, {wrong} came out wrong")
    print(summary.text(settings.lang))
    return int(wrong > 0)
