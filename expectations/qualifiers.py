"""Words that narrow what a figure is of: where two figures are narrowed differently, they are different quantities."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.claim import Claim
from claims.place import CHINA
from expectations.naming import full_name, wording
from expectations.same import LEVELS, one_period
from expectations.words import before, lead

# Words that narrow a figure: where only one of two has them they are different quantities.
TOTALS = re.compile("共计|合计|总计")
ALL_TOLD = re.compile("累计(?!净值)")
AMONG_THEM = re.compile("其中|所属|下属")
NATION = re.compile("全国|我国|中国")
AT_HOME = re.compile("国内|本土")
# 汽车国内销量, 国内航线: a kind of sales or flights, not where all are counted.
KIND_AT_HOME = re.compile("(?<![年月日季度期来])(?<=[一-鿿])国内|国内(?:[销营收需航游旅]|市场|贸易|业务|航)|本土")
QUALIFIERS = (
    TOTALS,
    AMONG_THEM,
    ALL_TOLD,
    NATION,
    AT_HOME,
    *(
        re.compile(words)
        for words in (
            r"扣除|扣非|剔除",
            r"累计净值[^，,。；;]*$",  # of a fund: with what it has paid out
            r"净利",
            r"(?:营业|经营|运营)利润",
            r"毛利",
            r"不含",
            r"另外|其他|其余|其它",
            r"经调整|调整后|[Nn]on|NON|非 ?GAAP",
            r"准则|IFRS|(?<!非)(?<!非 )GAAP",  # of the accounts
            r"行业|同业",
            r"权益|并表",
            r"首套",
            r"二套",
            r"全球|世界",
            r"新增|净增",
            r"[人户次日月周年班店场亩]均|平均|均价",
            r"母公司|归属|归母",
            r"国际|海外|境外|国外",
            r"出口",
            r"(?<!进)出口|(?<!出)进口",
            r"上限|最高",
            r"下限|最低",
            r"环比",
            r"农村|乡村",
            r"城镇|城市",
            r"男",
            r"女",
            r"更正前|修订前",
            r"预计|预期|预测|计划|目标",
            r"第一产业|一产",
            r"第二产业|二产",
            r"第三产业|三产",
            r"较大",
            r"重大",
            r"死亡",
            r"受伤",
            r"毒品",
            r"增加值",
            r"市值",
            r"净流出",
            r"净流入",
        )
    ),
)
TIMES = tuple(
    re.compile(words)
    for words in (
        r"更正前|修订前",
        r"一季度|首季",
        r"二季度",
        r"三季度",
        r"四季度",
        r"上半年",
        r"下半年",
        r"前三季度",
        r"单月|当月",
        r"当日|单日|日均",
    )
)
TAKEN_OUT = 8  # clauses within which 其中 reaches back
AMONG = re.compile("其中[，,]?[^，,。；;]*$")
AMONG_RATES = re.compile("其中[^。；;]*$")
OF_ITEM = re.compile("其中[，,]?[^。；;，,]*\\d[^。；;，,]*[，,][^。；;]*$")
ONE_OF = re.compile("(?:另|其中)一[名位人家个起]")
COUNTS = re.compile(r"\d+(?=[家个名强位人大])")
ENUMERATED = re.compile(r"[甲乙丙丁](?=[一-鿿])|[一二三四]期")  # 甲项目 and 乙项目, 一期 and 二期
HOURS = re.compile(r"截[至止][^，,。；;]{0,12}?(\d+ ?[时点])")  # counts of an event that goes on
NAMES = re.compile(r"[A-Za-z][A-Za-z0-9/.+-]*(?: ?\d{1,4}(?![\d.,%]))?")
DAYS = re.compile(
    r"\d+ ?月 ?\d+ ?日|\d+ ?日|第[一二三四五六七八九十\d]+[个季期轮批]|\d{4} ?年(?: ?\d+ ?月)?|[去前今]年|"
    r"[一二三四]季度|[上下]半年"
)
NUMBERED = re.compile(r"第[一二三四五六七八九十\d]+[个季期轮批]")
# 坪上村为10名大学生发放助学金: who does it for those counted.
DOER = re.compile(r"[一-鿿]{2,8}?(?:村|镇|乡|社区|街道|公司|集团|学校|医院|银行)(?=(?:共|累计|先后)?[为给]$)")


def qualified(a: Claim, b: Claim) -> bool:
    """Whether a narrowing word stands with one of the two only, or each names days, periods or a number of its own."""
    if a.value == b.value:
        return False
    left, right = wording(a), wording(b)
    timed = not one_period(a, b)
    if _narrowed_apart(a, b, left, right) or (timed and times_in(told(a)) != times_in(told(b))):
        return True
    if among(a) != among(b) and (of_item(a) != of_item(b) or not retold(a, b)):
        return True
    return (
        _disjoint(ONE_OF, before(a), before(b))
        or (a.document == b.document and _found(DOER, lead(a)) != _found(DOER, lead(b)))
        or _disjoint(ENUMERATED, left, right)
        or _disjoint(HOURS, before(a), before(b))
        or _disjoint(NUMBERED if _of_one_time(a, b) else DAYS, before(a), before(b))
        or _disjoint(COUNTS, lead(a), lead(b))
    )


def _of_one_time(a: Claim, b: Claim) -> bool:
    """Whether both say that they are of one time, in whatever words: 上半年 and 1至6月."""
    return a.period == b.period != "" and "period" not in (*a.inferred, *b.inferred)


def among(claim: Claim) -> bool:
    """Whether 其中 takes the figure out of what was told; of rates, those of the item too."""
    rated = _is_rate(claim) and bool(AMONG_RATES.search(before(claim)))
    return rated or bool(AMONG.search(before(claim)))


def of_item(claim: Claim) -> bool:
    """Whether a rate is that of an item told behind 其中, and does not name it: 其中高新区受理312件,办结率99.7%."""
    return _is_rate(claim) and OF_ITEM.search(before(claim)) is not None


def _is_rate(claim: Claim) -> bool:
    return claim.kind in ("share", "rate") or "均" in claim.measure


def told(claim: Claim) -> str:
    """The words that may name the time of a figure: of the clauses before too where its measure is carried over."""
    return f"{claim.measure} {before(claim, 90) if 'measure' in claim.inferred else lead(claim)}"


def _narrowed_apart(a: Claim, b: Claim, left: str, right: str) -> bool:
    """Whether a narrowing word stands with one only; 共 and 共计 are one word, 其中 narrows no thing fully named."""
    ours, theirs = narrowed(left), narrowed(right)
    if ours == theirs:
        return False
    for pattern, one, other in zip(QUALIFIERS, ours, theirs, strict=True):
        if one == other or (pattern in (AMONG_THEM, ALL_TOLD) and retold(a, b)):
            continue
        if pattern is TOTALS and "共" in (right if one else left):
            continue
        if pattern in (NATION, AT_HOME) and _of_the_nation(a, b, left + right):
            continue  # which one of them says
        return True
    return False


def _of_the_nation(a: Claim, b: Claim, words: str) -> bool:
    """Whether both are of the country, or of one thing but for the word for the country: 国内手机出货量, 手机出货量."""
    if a.place != b.place or KIND_AT_HOME.search(words):
        return False
    return a.place == CHINA or (a.place == "" and _unplaced(a.measure_key) == _unplaced(b.measure_key) != "")


def _unplaced(key: str) -> str:
    return AT_HOME.sub("", NATION.sub("", key))


def narrowed_otherwise(a: Claim, b: Claim) -> bool:
    """Whether a word that names a kind, a place or a plan narrows one only, whatever stretches of time both are of."""
    ours, theirs = narrowed(wording(a)), narrowed(wording(b))
    pairs = zip(QUALIFIERS, ours, theirs, strict=True)
    return any(one != other for pattern, one, other in pairs if pattern not in (TOTALS, AMONG_THEM, ALL_TOLD))


def retold(a: Claim, b: Claim) -> bool:
    """Whether the two name the same thing in full, too far apart for 其中 to take the one out of the other."""
    near = a.document == b.document and abs(a.clause - b.clause) <= TAKEN_OUT and a.kind in LEVELS
    return not near and full_name(a, b)


@lru_cache(maxsize=1 << 12)
def narrowed(words: str) -> tuple[bool, ...]:
    """Which narrowing words stand in a wording."""
    return tuple(pattern.search(words) is not None for pattern in QUALIFIERS)


@lru_cache(maxsize=1 << 12)
def times_in(words: str) -> tuple[bool, ...]:
    """Which parts of a year stand in a wording."""
    return tuple(pattern.search(words) is not None for pattern in TIMES)


def _disjoint(pattern: re.Pattern[str], left: str, right: str) -> bool:
    """Whether both texts hold matches of the pattern, and no common one."""
    found, others = _found(pattern, left), _found(pattern, right)
    return bool(found and others and found.isdisjoint(others))


@lru_cache(maxsize=1 << 12)
def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(pattern.findall(text))


def misnamed(a: Claim, b: Claim) -> bool:
    """Whether both figures go with names in letters, and other ones: Model S and Model X."""
    if a.value == b.value:
        return False
    names, others = _found(NAMES, wording(a)), _found(NAMES, wording(b))
    if names and others and names != others:
        return True
    names, others = _found(NAMES, before(a)), _found(NAMES, before(b))
    return bool(names and others and names.isdisjoint(others))
