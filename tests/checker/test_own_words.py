"""A newsroom's own words change what a figure is taken to measure, and where."""

from __future__ import annotations

from checker.own_words import OwnWords, told
from claims.claim import Claim, Extraction
from tests.make import claim

SENTENCE = "大湾区九市暖心指数为97.7%，同比提高2个百分点"
START = SENTENCE.index("97.7%")


def read(words: OwnWords, **fields: str) -> Claim:
    figure = claim("97.7", "97.7%", start=START, sentence=SENTENCE, **fields)
    return told(Extraction((figure,)), words).claims[0]


def test_without_words_nothing_changes() -> None:
    before = Extraction((claim("97.7", "97.7%", start=START, sentence=SENTENCE),))
    assert told(before, OwnWords({}, (), {})) is before


def test_other_wordings_of_a_measure_get_its_key() -> None:
    words = OwnWords({"群众安全感": ("暖心指数", "安心指数")}, (), {})
    one, other = read(words, measure="暖心指数", measure_key="x"), read(words, measure="安心指数", measure_key="y")
    plain = read(words, measure="群众安全感", measure_key="z")
    assert one.measure_key == other.measure_key != "x"
    assert plain.measure_key == "z"
    assert one.measure == "暖心指数"


def test_a_measure_named_before_the_figure_is_what_it_measures() -> None:
    words = OwnWords({}, ("暖心指数",), {})
    assert read(words, measure="九市", measure_key="九市").measure == "暖心指数"
    assert read(words, measure="大湾区暖心指数").measure == "大湾区暖心指数"
    assert read(OwnWords({}, ("同比",), {}), measure="九市").measure == "九市", "words after the figure do not count"


def test_a_place_named_before_the_figure_is_where() -> None:
    words = OwnWords({}, (), {"大湾区九市": "440000", "大湾区": "999"})
    placed = read(words, place="440100", place_name="广州", inferred=("place", "period"))  # type: ignore[arg-type]
    assert (placed.place, placed.place_name, placed.inferred) == ("440000", "大湾区九市", ("period",))
