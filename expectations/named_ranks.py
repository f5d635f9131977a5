"""A place told of one whose figure stands in a row with those of others: 七个区中高桥区11.6%…，高桥区增速居第三."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.claim import Claim, Mention
from expectations.blocks import Block, Sentence
from expectations.listed_ranks import LEAST_FIRST, UNBOUNDED, ListedRank
from expectations.numerals import whole
from expectations.passages import found
from expectations.same import is_result, is_time
from expectations.words import grams, lead

PLACED = re.compile(
    r"(?P<of>[一-鿿]{0,6}?)(?P<verb>(?<!分)位?列|位?居|排名|排在|排)(?P<among>[^，,。；;\d第首末]{0,10}?)"
    r"(?:第(?P<rank>[一二三四五六七八九]|\d{1,2})(?![季产届轮次])[位名]?|之?(?P<first>首)(?:位|$|(?=[，,。；;]))|(?P<last>末位))"
)
CUES = ("第", "首", "末位")
# The first words of an item name its owner: 新沙码头|完成19.4万标箱, 高桥县|11.6%.
NAME = re.compile(
    r"^(?!占|共|其余|其他)[、，,；;和及其中而\s]*(?:增速|分别|依次|为)*(?P<name>[一-鿿]{2,7}?)(?:同比|环比|完成|实现|增长|上涨|增|为|达到?|以|有|获得?|共|$)"
)
OWNER = re.compile("[省市区县州旗镇乡村国队港园]$|(?:公司|集团|银行|机场|口岸|码头)$")
BY_OTHER = re.compile("(?:论|若?按|以)[^，,。；;]{1,8}(?:计|算|看|论|排|比|$|[，,])")  # 论降幅，江北区排在第二
PIECE = re.compile(r"[^一-鿿]*(?P<name>[一-鿿]{2,4}?)(?:每|的|价|均|批发|零售)")
MOVED = re.compile("(?:同比|环比|比前一周|较上周)?(?:上涨|增长|上升)")
GROWTH = re.compile("增速|增幅|涨幅|增长|升幅")
NOT_MOST_FIRST = re.compile(f"{LEAST_FIRST}|降幅|跌幅|下降|投诉|综合|总分|得分|测评")
RATED = re.compile("率|均|比重|占比|密度|强度|满意")
HOW_MANY = re.compile("(?P<many>[三四五六七八九]|十[一二三四五六]?|\\d{1,2})(?:个|大|家|支|座|条|所)")
NEAR = 320  # characters from the row to the place
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one kind told of as many names in one sentence; `of_all` where the words count as many."""

    sentence: Sentence
    names: dict[str, Claim]
    of_all: bool


def named_ranks(block: Block) -> Iterator[ListedRank]:
    """Every place that the row of figures right before it, or around it, gives to somebody else."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for sentence in block.sentences:
        rows[sentence.document] += _rows(sentence)
    for place, match in found(block, PLACED, "rank", CUES) if rows else ():
        told = 1 if match["first"] else whole(match["rank"]) if match["rank"] else 0
        for row in reversed(rows[place.document]):
            own = next((one for one in row.names if match["of"] and match["of"].endswith(one)), "")
            name = own or _name(row, place, place.start + match.start("verb") - match.start())
            if not name or not _of_row(match, row, name, place):
                continue
            values = {one: claim.value for one, claim in row.names.items()}
            best = 1 + sum(value > values[name] for value in values.values())
            of_all = row.of_all or len(values) in _counted(place)
            worst = sum(value >= values[name] for value in values.values()) if of_all else UNBOUNDED
            shown = tuple(f"{one} {row.names[one].text}" for one in sorted(values, key=lambda one: -values[one]))
            if told:
                yield ListedRank(place, f"{name}{match.group()}", told, best, worst, shown)
            break


def _rows(sentence: Sentence) -> Iterator[Row]:
    """The rows of a sentence: three figures and more of one unit and kind, each with a name of its own."""
    groups: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    twice: set[tuple[str, str]] = set()
    for claim in sentence.claims:
        if claim.former or claim.hedge or is_time(claim) or not is_result(claim) or not claim.text[:1].isdigit():
            continue
        if claim.kind not in ("count", "amount", "rate", "share", "relative_change") or claim.value < 0:
            continue
        match = _of_piece(claim) or NAME.match(lead(claim).rpartition("、")[2])
        if match is None:
            continue
        names = groups[claim.unit, claim.kind]
        if match["name"] in names:
            twice.add((claim.unit, claim.kind))
        names[match["name"]] = claim
    for key, names in groups.items():
        most = max(names, key=lambda one: names[one].value)
        if 2 * names[most].value >= sum(claim.value for claim in names.values()):
            del names[most]  # 不合格样品64批次中，甲类29批次，乙类16批次: what they are all parts of
        if len(names) >= FEWEST and key not in twice:
            many = [whole(one["many"]) for one in HOW_MANY.finditer(sentence.text)]
            yield Row(sentence, names, len(names) in many)


def _of_piece(claim: Claim) -> re.Match[str] | None:
    """The name at the head of the piece of a growth that names none itself: 菠菜每公斤8.85元，上涨22.4%."""
    at = claim.start - claim.sentence_start
    piece = claim.sentence[:at].rpartition("；")[2]
    bare = claim.kind == "relative_change" and MOVED.fullmatch(lead(claim).strip()) is not None
    return PIECE.match(piece) if bare else None


def _name(row: Row, place: Mention, at: int) -> str:
    """Whose place is told at `at`: the one named last before it in its sentence, of the row there or of one before."""
    said = place.sentence[: at - place.sentence_start]
    if row.sentence.start == place.sentence_start:
        before = [one for one, claim in row.names.items() if claim.end <= at]
        last = max(before, key=lambda one: row.names[one].end, default="")
        between = said[row.names[last].end - place.sentence_start :] if last else ""
        return "" if re.search("[。；;]", between) else last
    if not 0 <= place.start - row.sentence.start - len(row.sentence.text) < NEAR:
        return ""
    told = [one for one in row.names if one in said]
    if len(told) != 1:
        return ""
    leads = OWNER.search(told[0]) is not None or re.search(f"(?:^|[，,；;]){re.escape(told[0])}", said) is not None
    return told[0] if leads else ""


def _counted(place: Mention) -> list[int]:
    """How many the words before a place say that it is among: 在三个示范乡中，…位居第三."""
    return [whole(one["many"]) for one in HOW_MANY.finditer(place.sentence[: place.start - place.sentence_start])]


def _of_row(match: re.Match[str], row: Row, name: str, place: Mention) -> bool:
    """Whether the place is by what the row tells: its growth, or something that the row's sentence names."""
    claim = row.names[name]
    words = f"{match['of']}{match['among']}"
    first = min(one.start for one in row.names.values()) - row.sentence.start
    if NOT_MOST_FIRST.search(row.sentence.text[: max(0, first)] + words):
        return False
    here = row.sentence.start == place.sentence_start
    said = place.sentence[: place.start - place.sentence_start]
    if not here and (BY_OTHER.search(said) or NOT_MOST_FIRST.search(said)):
        return False
    behind = here and place.sentence[claim.end - place.sentence_start : place.start - place.sentence_start]
    close = here and len(str(behind)) <= len("万标箱，占44.7%，稳")
    if claim.kind == "relative_change":
        return bool(GROWTH.search(words)) or (close and not match["of"])
    if GROWTH.search(words) or RATED.search(words):
        return False
    if here:
        return close
    return len(row.names) in _counted(place) or not grams(words).isdisjoint(grams(row.sentence.text))
