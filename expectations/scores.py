"""Results of games: the quarters of a basketball game, the sets of a match, the points of a football table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.bilingual import Bilingual
from claims.claim import Mention
from expectations.blocks import Block
from expectations.comparison import Comparison, Reading
from expectations.passages import found
from expectations.words import before, between

SCORE = re.compile(r"(?<![\d:：.\-])(?P<one>\d{1,3})\s?[比:：∶\-]\s?(?P<other>\d{1,3})(?![\d:：%\-]|秒|分钟|时)")
QUARTER = re.compile("节")
OVERTIME = re.compile("加时|加赛")
QUARTERS = 4
OF_A_QUARTER, OF_A_GAME = 45, 55  # points of a side in a quarter at most, and in a game at least
SLIP = 30  # points by which a result is another than the quarters make it, at most
NEAR = 30  # characters before a score, or right behind it, that name its quarter
SETS = re.compile(
    r"(?P<one>[0-4])[比:：](?P<other>[0-4])(?=[^。；;\n\d]{0,40}?(?:[（(]|比分(?:依次|分别)?(?:为|是)[：:]?)"
    r"(?P<sets>\d{1,2}[比:：\-]\d{1,2}(?:\s?[、，,和与及/]{1,2}\s?\d{1,2}[比:：\-]\d{1,2})+)(?!\d|[^。；;]{0,4}\d[比:：\-]\d))"
)
PAIR = re.compile(r"(\d{1,2})[比:：\-](\d{1,2})")
LEAST = 6  # points, or games of tennis, that win a set
WIN = 3  # points of a win, as of 1995 in all leagues of FIFA; a draw has one
DEDUCTED = re.compile("扣(?:除|去|掉)?[\\d一二三四五六七八九]*个?(?:积)?分|罚分|胜[一1]?场[^。；;，,]{0,4}积?[两二2]分")


def quarters(block: Block) -> Iterator[Comparison]:
    """All points of the four quarters of the one game of an article, whoever's come first, against its result."""
    rows: dict[str, list[tuple[Mention, int, int]]] = {}
    for place, match in found(block, SCORE, "score", ("末节", "第四节", "四节", "最后一节")):
        rows.setdefault(place.document, []).append((place, int(match["one"]), int(match["other"])))
    for path, row in rows.items():
        text = block.documents[path].text
        small = [at for at, one in enumerate(row) if max(one[1:]) <= OF_A_QUARTER]
        if len(small) != QUARTERS or OVERTIME.search(text) or not all(_of_a_quarter(text, row, at) for at in small):
            continue  # a lead of some moment, or a half, stands among them
        told = [row[at] for at in small]
        points = sum(one + other for _, one, other in told)
        games = [one for one in row if min(one[1:]) >= OF_A_GAME and abs(sum(one[1:]) - points) <= SLIP]
        if len({frozenset(one[1:]) for one in games}) != 1:
            continue
        place, one, other = games[0]
        yield Comparison(
            reported=place,
            reading=Reading.constant(one + other),
            expected=lambda points=points: Reading.constant(points),
            working=" + ".join(str(one + other) for _, one, other in told),
            facts=_facts(
                Bilingual("两队全场得分之和", "the points of both sides"),
                Bilingual(f"{one + other}分（{place.text}）", f"{one + other} ({place.text})"),
                _scores([(one, other) for _, one, other in told]),
            ),
            worst="warning",
            beside=tuple(place for place, *_ in told),
        )


def _of_a_quarter(text: str, row: Sequence[tuple[Mention, int, int]], at: int) -> bool:
    """Whether words around a score name a quarter, or it follows one of a quarter in a list."""
    place = row[at][0]
    start = max(place.start - NEAR, row[at - 1][0].end if at else 0)
    words = re.split("[。\n]", text[start : place.start])[-1]
    behind = re.match(
        "[^，,。；;\\d]{0,6}节|[^，,。；;\\d]{0,4}(?:赢下|拿下)[^，,。；;\\d]{0,4}节", text[place.end : place.end + 14]
    )
    if QUARTER.search(words) or behind is not None:
        return True
    listed = at > 0 and re.fullmatch("[、，,和]", text[row[at - 1][0].end : place.start]) is not None
    return listed and max(row[at - 1][1:]) <= OF_A_QUARTER and _of_a_quarter(text, row, at - 1)


def sets(block: Block) -> Iterator[Comparison]:
    """The sets that each side won by their scores, listed right behind the result: 3比1…，各局比分依次为25比21、…."""
    for place, match in found(block, SETS, "score", ("2比", "3比", "4比", "2:", "3:", "4:", "2：", "3：", "4：")):
        row = [(int(one), int(other)) for one, other in PAIR.findall(match["sets"])]
        if any(one == other or max(one, other) < LEAST for one, other in row):
            continue
        won = sum(one > other for one, other in row)
        result = sorted((int(match["one"]), int(match["other"])))
        right = sorted((won, len(row) - won))
        if right == result or sum(result) < len(row) - 1:
            continue
        side = 0 if right[0] != result[0] else 1  # the sets of the loser, or of the winner
        yield Comparison(
            reported=place,
            reading=Reading.constant(result[side]),
            expected=lambda many=right[side]: Reading.constant(many),
            unit="局",
            working=match["sets"],
            facts={
                **_facts(
                    Bilingual("总比分", "the result"),
                    Bilingual(f"{match['one']}比{match['other']}", f"{match['one']}:{match['other']}"),
                    _scores(row),
                ),
                "implied": Bilingual(f"{right[1]}比{right[0]}", f"{right[1]}:{right[0]}"),
            },
            worst="warning",
        )


def table_points(block: Block) -> Iterator[Comparison]:
    """Three points for a win and one for a draw: 9胜6平3负，积33分."""
    for sentence in block.sentences:
        if "平" not in sentence.text or DEDUCTED.search(block.documents[sentence.document].text):
            continue
        row = sentence.claims
        for wins, draws, losses, points in zip(row, row[1:], row[2:], row[3:], strict=False):
            named = [wins.measure[-1:], draws.measure[-1:], losses.measure[-1:]] == ["胜", "平", "负"]
            if not named or points.unit != "分" or not re.search("积(?:分为?)?$", before(points, 6)):
                continue
            if len(between(losses, points)) <= 6 and not points.hedge:
                yield Comparison(
                    reported=points,
                    using=(wins, draws),
                    expected=lambda wins, draws: wins.scaled(WIN) + draws,
                    working=f"{WIN} × {{1}} + {{2}}",
                    facts=_facts(
                        Bilingual("积分", "the points total"),
                        Bilingual(f"{points.text}分", points.text),
                        Bilingual(
                            f"{wins.text}胜（各{WIN}分）、{draws.text}平（各1分）",
                            f"{wins.text} wins at {WIN}, {draws.text} draws at 1",
                        ),
                    ),
                    worst="warning",
                )


def _scores(row: Sequence[tuple[int, int]]) -> Bilingual:
    zh, en = "比".join, ":".join
    told = [(str(one), str(other)) for one, other in row]
    return Bilingual("、".join(map(zh, told)), ", ".join(map(en, told)))


def _facts(measure: Bilingual, figure: Bilingual, others: Bilingual) -> dict[str, str | Bilingual]:
    return {"measure": measure, "figure": figure, "others": others}
