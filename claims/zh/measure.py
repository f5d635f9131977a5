"""What a figure measures: the article's words tidied, and the key by which the same quantity meets itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from claims.zh import lexicon

_QUOTES = re.compile(r"[\s“”‘’\"'「」《》〈〉【】()·•—\-…:;,。!?]+")
_EDGE_LEFT = re.compile(
    r"^(?:[此本这该]案(?=[^件例由情发值子中].)|的|了|着|和(?!平|谐|解|睦|县|田)|及(?![时格早物])|与(?![会众])|、|等(?![级候待离额效])|其(?![他它余实间后])|[该本](?:院|局|厅|署)(?![内长区里士])(?=..)|该|为(?![民主期])"
    r"|以(?![上下内外色及来往太免])|对(?![外华口比照应策象手方等冲标公岸撞决焦抗话接账白])|从(?![业事严轻重])"
    r"|在(?!园(?![区林中内里外])|[逃押建校职岗册线编途售研读营])|并(?![购网列行发轨])|则|是(?!否)|款(?![项式])|有(?![效关机色线限毒害偿奖力序氧利益期])|将(?!军|士|来|领)|各项|相关|[此本这该]次(?=..)|致(?=死亡|受伤|伤亡|[0-9])|.{1,10}在内的(?=..)|地(?=公安|警方|民警|联合|共同))+"
)
_EDGE_RIGHT = re.compile(
    r"(?:在内|(?<![^目]标)的|了|着|(?<![平饱缓共总之])和|(?<![普涉波危遍触顾])及|(?<![参给])与|、|(?<![平相同对])等|(?<![行作成认人以])为|(?<![现存所])在|(?<!不)是"
    r"|(?<![持拥所国具占私公特享])有|(?<![法规原准])则|也|(?<![平人户日月年生师床班村校亩场店周])均|(?<!首)都|(?<![对关])于|(?<!公)共|(?<![到表直送抵雷发])达"
    r"|(?<![预节条签合违契履缔特邀集])约|仅|(?<!变)更|(?<!麻)将|(?<![许认])可|却|又|(?<!业)已|(?<![交归偿返退])还|分别|虽然|但|(?<![内急供必])需"
    r"|(?<=[^第])[近一二两三四五六七八九十]{1,3}年来?)+$"
)
_BYLINE = re.compile(
    r"^.{0,10}?(?:网|社|报|台|新闻|客户端|之家)[\u4e00-\u9fff]{0,6}(?:消息|讯)(?=..)"
    r"|^.{0,16}?记者[\u4e00-\u9fff]{0,6}?(?:发现|注意到|了解到|获悉|看到)(?=..)"
    r"|^.{0,40}?(?:新华|中新|人民|央视|央广|中国新闻)(?:网|社)[\u4e00-\u9fff]{0,6}电(?![力网价量能站池厂信视子影梯动器源气机])"
)
_CLOCK = re.compile(
    r"(?<![0-9])[0-2]?[0-9]时(?:[0-9]{1,2}分)?(?:许|左右)?(?=[\u4e00-\u9fff])(?![代速差长间段候期均])其?"
)  # 5时中心位于
_PLACES = re.compile(r"^.*、.*?等(?:地区?|省份?|城市|市|县|国家?)")
_SPAN_LEFT = re.compile(r"^[近这]?[一二两三四五六七八九十]{1,3}年(?:来|间)?(?![期级代龄限])")
_SETTLED = ("城镇", "农村", "乡村", "城乡")  # where people live, no authority: 城镇|新增就业
_AUTHORITY = re.compile(
    r"^(?:该|本|这家)?(?:公司|集团|企业|银行|机构|平台|店)在?$|(?:公安(?:机关|厅|局|部门|分局|部|处)?|警方|警察|民警|消防员|警员|干警|(?:执法|救援|工作|检查|办案|搜救|巡查|执勤|值守)(?:人员|队员|力量)|交警(?:部门|支队|大队)?|检察(?:机关|院)|(?<![格结布邮时政大终骗])局|(?<![客餐大展舞影歌])厅|(?:卫健|发改|纪|监|经信|工信|国资|住建|政法)委|法院|法庭|部门|机关|政府|当局|省|市|区|县"
    r"|统计局|人社部|财政部|商务部|央行|海关|消防|救援|派出所|支队|总站|边检站|总队|大队|中队|街道|社区|乡镇|镇|乡|村|单位|记者|警力|全国|我国)$"
)
# Whose it is and of which quarter, the claim says elsewhere.
_COMPANY = re.compile(r"^(?:(?:该|本)?公司(?:共|合计)?(?:实现)?|实现(?=...))(?=..)")
# 民警为群众|挽回损失: for whom, which is not what is measured.
_SERVED = re.compile(
    r"^[^、]{0,12}?(?<![行作成认分以因称视评列改调定增])为[^、为]{1,10}?(?=(?:挽回|追回|减免|节省|节约|送去|送上|发放|提供|垫付|赔偿|筹集|追讨|讨回|追缴|退还)..|(?:挽回|追回)$)"
)
_QUARTER = re.compile(r"单季度?(?=..)")
_SOLVED = re.compile(r"^破(?=[^案坏产获])")
_EXAMPLES = re.compile(r"等(?![级候待于同值分])([^、等]{2,})$")
_AND_SO_ON = re.compile("等(?![级候待离额效])")
_CREATES = frozenset(
    (
        "建立",
        "建成",
        "设置",
        "设立",
        "组建",
        "拥有",
        "配备",
        "建有",
        "现有",
        "开通",
        "推出",
        "出台",
        "制定",
        "成立",
        "建设",
        "布设",
        "安装",
        "配置",
        "持有",
        "具有",
    )
)
_PERSONS = frozenset(("person",))
_PERSON = re.compile(r"[人员者民众生工师客警犯徒兵童孩手友亲属军伤亡]$|人数$|群众|居民|学生|旅客|队伍|警力|力量$")
_CASE_SUFFIX = re.compile(r"(?<=..)(?<![破立发结报积方档答预])案$")
_CLASSIFIED = re.compile(r"(?<=..)(?:起数|件数|宗数)$")  # 火灾起数 is 火灾
_ALONE = re.compile(r"^(?:单|当)[月日季周](?=..)")  # 8月单月|处理番茄: the period says it
_COUNT_SUFFIX = re.compile(r"(?<=[^\d人指分倍系基])数$")
ORNAMENTS = "▶▷▲▼△▽◆◇□○★☆◎※■●"  # before a title or an item
_EDGE = " ,;:。、!?\n\t\"'—-…·" + ORNAMENTS
_FIRST = frozenset("此本致地款的了着和及与、等其该为以对从在并则是有将各相近这一二两三四五六七八九十")
_LAST = frozenset("内更的了着和及与、等为在是有则也均都于共达约仅将可却又已还别然但需年来")


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all variants, longest first, and the canonical form of each (data in `synonyms.txt`)."""
    canonical: dict[str, str] = {}
    for line in files("claims.zh").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, _, variants = line.partition("|")
            canonical |= dict.fromkeys(variants.split(), form.strip())
    return re.compile("|".join(map(re.escape, sorted(canonical, key=len, reverse=True)))), canonical


@lru_cache(maxsize=16384)
def tidy(words: str) -> str:
    """The words of a measure without edges that belong to the sentence: particles, commas, spaces."""
    if "时" in words:
        words = _CLOCK.sub("", words)
    words = words.strip(_EDGE)
    while words and (words[0] in _FIRST or words[-1] in _LAST):
        before = words
        words = _EDGE_RIGHT.sub("", _EDGE_LEFT.sub("", _SPAN_LEFT.sub("", words))).strip(_EDGE)
        if words == before:
            break
    if " " in words or "\n" in words:
        words = words.replace("\n", "").replace(" ", "")
    if "、" in words and "等" in words:
        words = _PLACES.sub("", words)
    if "为" in words:
        words = _SERVED.sub("", words)
    if "消息" in words or "讯" in words or "电" in words or "记者" in words:
        words = _BYLINE.sub("", words)
    if "“" in words or "”" in words:
        return _balanced(words.removesuffix("”“"))
    return words


def _balanced(words: str) -> str:
    if words.count("“") != words.count("”"):
        words = words.lstrip("”").rstrip("“")
        words = words.replace("“", "").replace("”", "") if words.count("“") != words.count("”") else words
    return words if words not in ("”", "“", "“”") else ""


@lru_cache(maxsize=65536)
def key(words: str, dimension: str = "") -> str:
    """The canonical form of a measure: content words in order, synonyms folded, counting suffixes dropped.

    `dimension` parts what one phrase counts in two units: cases and persons of `受理职务犯罪案件30件45人`.
    """
    pattern, canonical = _synonyms()
    text = _QUOTES.sub("", _class_of(words))
    text = pattern.sub(lambda match: canonical[match.group()], _AND_SO_ON.sub("", text))
    if "公司" in text[:4] or "实现" in text[:6]:
        text = _COMPANY.sub("", text)
    if "单季" in text:
        text = _QUARTER.sub("", text)
    if text[:1] == "破":
        text = _SOLVED.sub("破", text)
    if text[-1:] == "数":
        text = _COUNT_SUFFIX.sub("", _CLASSIFIED.sub("", text))
    if text[:1] in "单当":
        text = _ALONE.sub("", text)
    if text[-1:] == "案":
        text = _CASE_SUFFIX.sub("", text)
    if dimension in _PERSONS and text and not _PERSON.search(text):
        text += "人"
    elif dimension in ("time", "month") and text and not text.endswith(("天", "时长", "时间", "年限")):
        text += "时长"
    return text or _QUOTES.sub("", words)


def _class_of(words: str) -> str:
    """`查处扰乱秩序等涉疫案件` counts the class after 等; things set up or owned are counted as such."""
    verb = words[:2] if words[:2] in lexicon.classes()["verb"] else ""
    examples = _EXAMPLES.search(words) if "等" in words else None
    if examples:
        words = verb + examples.group(1)
    if verb in _CREATES and len(words) > 4:
        words = words[2:]
    return words


def is_authority(words: str) -> bool:
    """Whether the words name an authority acting for its area, which is no part of what is measured."""
    return words not in _SETTLED and (len(words) <= 1 or _AUTHORITY.search(words) is not None)
