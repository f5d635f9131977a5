"""Years and the length of time said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from claims.bilingual import Bilingual
from claims.claim import Mention
from claims.document import Document
from claims.interval import Interval
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading
from expectations.elapsed import elapsed
from expectations.examples import Bad, Good
from expectations.lasted import lasted
from expectations.lifetimes import UNITS, Lifetime, lifetimes
from expectations.passages import found
from expectations.prison_terms import prison_terms
from expectations.timings import leads, timings

PUNCTUATION = ("，", ",", "。", "；", "、", "）", ")", "！", "\n")
RUNNING = ("起", "开始")  # what a row of years is counted from: 自2014年起已连续9年
WHOLE = ("用了", "历时", "历经")  # a stretch is said to have taken so long, not to hold so long a row
BESIDE = "()（）的这已共整内期间连续"
ROUND = 5  # 四十年来: tens are rounded

AGE_WORDS = ("时年", "年仅", "享年", "终年")
AGE_AT = re.compile(
    r"(?:生于(?P<born>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?|(?P<later>\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生))"
    r"(?P<between>[^。；;\n\d]{0,12})(?P<then>\d{4})年[^。；;\n\d]{0,4}(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；;\n\d]{0,10}?"
    r"(?P<said>时年|年仅|享年|终年)(?P<age>\d{1,3})岁"
)
OTHERS = re.compile("[父母妻夫子女儿兄弟姐妹孙祖其他她]")


@check(
    code="CF121",
    title=Bilingual("年数与年份不符", "years and duration do not fit"),
    message=Bilingual("“{words}”：由起止时间推算应为{right}。", "“{words}”: from beginning to end it is {right}."),
    why=Bilingual(
        "起止的年份、日期或时刻决定了长短。", "The first and the last year, day or time of day fix the length."
    ),
    limits=[
        Bilingual(
            "没有发稿日期的，以文首所写日期的年份为今年；文中只有一个创办年份时才算创办以来",
            "without a date, this year is that of the day at the head of the text; since a founding only where the "
            "article tells one year of founding",
        ),
        Bilingual(
            "按首尾各算与不算两种算法，都不合才提示", "counted with and without the first year; only where both fail"
        ),
        Bilingual(
            "“自某年以来”的算到文中所写的截止日或发稿之日，前后放宽一年；二十年以上的整十数放宽五年",
            "“since” runs to the closing date in the text or the day of publication, give or take one year, five "
            "for tens of years from twenty on",
        ),
        Bilingual(
            "“连续几年”只看是否长于起止年份，除非写明自某年起已连续几年；“几年间”也只看是否过长",
            "“in a row” and “within” only whether they are longer than the years, but for “in a row since”",
        ),
        Bilingual(
            "周年只在写明所在年份（或“今年”）时才算；众所周知的起点不放宽，文中写的起点放宽一年",
            "anniversaries only where their year is told; exact from well-known beginnings, others give or take one",
        ),
        Bilingual(
            "文中另有年份与年数相合的不提示", "silent where the article prints another year that the length would fit"
        ),
    ],
    examples=[
        Bad("因管道迁改，22日22:00至23日6:00停水，【共10个小时】。"),
        Good("因管道迁改，22日22:00至23日6:00停水，共8个小时。"),
        Bad("列车6时40分发车，10时15分到达终点，【全程2小时35分】。"),
        Good("列车6时40分发车，10时15分到达终点，全程3小时35分。"),
        Good("列车9时发车，下午2时20分到达终点，全程5小时20分。"),
        Bad("展览10月12日开幕，门票免费。展览【为期15天，将持续到11月26日】。"),
        Bad("大展5月18日向公众开放，展至8月18日。在【为期两个月】的展期里，将推出讲座6场。"),
        Good("大展5月18日向公众开放，展至8月18日。在为期三个月的展期里，将推出讲座6场。"),
        Bad("管制时间为【9月14日0时至9月23日24时，为期一周】。"),
        Good("管制时间为9月14日0时至9月20日24时，为期一周。"),
        Bad("2024年清明，记者来到林场。老人出生于1938年。【今年已经76岁】的他依旧每天上山。"),
        Good("2024年清明，记者来到林场。老人出生于1938年。今年已经86岁的他依旧每天上山。"),
        Bad("行动于5月31日结束。行动从3月1日开始，【共82天】。"),
        Bad("大赛2003年办了首届，此后一年一届，今年是【第十二届】。", published="2024-02-23"),
        Good("大赛2003年办了首届，此后一年一届，今年是第二十二届。", published="2024-02-23"),
        Good("大赛2003年办了首届，此后一年一届，疫情期间停办，今年是第十九届。", published="2024-02-23"),
        Bad("【2011年4月起任副局长，2022年4月被免职，在任21年】。"),
        Bad("石桥建成于1958年。【1996年新桥启用，结束了它四十八年】的行车生涯。", published="2025-05-20"),
        Bad("【2003年至2014年，全国驾驶人由1亿增至3亿，用了15年】时间。"),
        Bad("【2024年是新中国成立70周年】。"),
        Bad("今年是新中国成立【70周年】。", published="2024-09-20"),
        Bad("该校合唱团连续【五年】（2018—2020年）获奖。"),
        Bad("2018年至2020年，该市连续【五年】零事故。"),
        Bad("从2012年到2020年，【三年间】全县脱贫。"),
        Bad("自2012年收购以来，公司持有这些股份已有【七年】。", published="2023-08-15"),
        Bad("从2010年开始，这项赛事已走过【20个年头】。", published="2023-08-15"),
        Bad("自2014年起，该路已连续【五年】零事故。", published="2023-08-15"),
        Bad("自2014年起，该路连续【15年】零事故。", published="2023-08-15"),
        Bad("公司成立于1998年，2023年迎来成立【35周年】。"),
        Bad("她出生于1992年3月，今年【23岁】。", published="2023-08-15"),
        Bad("张某【生于1988年，2018年去世时年仅42岁】。"),
        Bad("2024年5月11日，警方发布通告。嫌疑人张某，男，【1988年3月出生，现年23岁】。"),
        Good("2024年5月11日，警方发布通告。嫌疑人张某，男，1988年3月出生，现年36岁。"),
        Bad("2023年10月16日，三河中学举行【建校110周年】庆祝大会。学校创办于1903年。"),
        Good("2023年10月16日，三河中学举行建校120周年庆祝大会。学校创办于1903年。"),
        Bad("2024年5月30日，记者来到社区书屋。书屋成立于2012年。【15年来】，她陪伴了上千个孩子。"),
        Good("2024年5月30日，记者来到社区书屋。书屋成立于2012年。5年来，她陪伴了上千个孩子。"),
        Bad("第三届花展将于【3月5日至3月12日举办，为期10天】。"),
        Good("第三届花展将于3月5日至3月12日举办，为期8天。"),
        Bad("大桥于【2018年6月28日开工建设，历时七年半建成，2023年12月】通车。"),
        Good("大桥于2018年6月28日开工建设，历时五年半建成，2023年12月通车。"),
        Bad("2024年3月2日，演员沈某在苏州病逝。沈某1951年11月生于常熟，【终年63岁】。"),
        Good("2024年3月2日，演员沈某在苏州病逝。沈某1951年11月生于常熟，终年73岁。"),
        Good("画家沈某生于1915年，1998年病逝于苏州。遗作近日展出，他享年83岁。", published="2024-03-02"),
        Good("张某生于1988年，2018年去世时年仅30岁。"),
        Good("张某生于1988年，母亲2018年去世时年仅52岁。"),
        Good("2003年至2014年，全国驾驶人由1亿增至3亿，用了11年时间。"),
        Good("2018年至2020年，该市连续三年零事故。"),
        Good("2024年是新中国成立75周年。"),
        Good("今年是新中国成立75周年。", published="2024-09-20"),
        Good("2010年至2020年，该市曾连续三年零事故。"),
        Good("2010年至2020年，该市连续三年零事故。"),
        Good("2021—2025年，前三年打基础；2023年至2025年，一年一个样，三年大变样。"),
        Good("2015年至2020年，他主持了历时三年的调查。"),
        Good("自2012年收购以来，公司持有这些股份已有十一年。", published="2023-08-15"),
        Good("2019年，公司卖出全部股份。自2012年收购以来，公司持有这些股份已有七年。", published="2023-08-15"),
        Good("自2005年成立以来，公司已连续三年盈利。", published="2023-08-15"),
        Good("自2014年起，该路连续三年零事故。", published="2023-08-15"),
        Good("2010年以来，全县已有三年出现旱情。", published="2023-08-15"),
        Good("公司2010年成立，五年间开店200家。", published="2023-08-15"),
        Good("工程2010年启动，历时五年建成。", published="2023-08-15"),
        Good("公司2014年成立，创始人从业已20年。", published="2023-08-15"),
        Good("改革开放四十多年来变化巨大；1978年改革开放以来，40年来变化巨大。", published="2023-08-15"),
        Good("今年以来，全校学习在庆祝中国共产党成立100周年大会上的讲话。", published="2023-08-15"),
        Good("他获得庆祝中华人民共和国成立70周年纪念章。", published="2023-08-15"),
        Good("今年是越南共产党成立93周年，也是以色列建国75周年。", published="2023-08-15"),
        Good("诗集1998年出版，今年是作者诞辰100周年。", published="2023-08-15"),
        Good("他1980年出生，23岁大学毕业。", published="2023-08-15"),
        Bad("被告人王某犯盗窃罪，判处有期徒刑【二年六个月】，并处罚金。刑期自2023年5月16日起至2026年11月15日止。"),
        Good("王某因盗窃领到有期徒刑三年六个月，刑期自2023年5月16日起至2026年11月15日止。"),
        Bad("展览从6月12日开到6月21日，共【12】天。"),
        Good("展览从6月12日开到6月21日，共10天。"),
        Bad("8时05分接警，8时12分到场，9时40分明火被扑灭，从接警到扑灭历时1小时【53】分。"),
        Good("8时05分接警，8时12分到场，9时40分明火被扑灭，从接警到扑灭历时1小时35分。"),
        Bad("公示期【12】天，自6月3日起至6月9日止。"),
        Good("公示期7天，自6月3日起至6月9日止。"),
        Bad(
            "2024年3月8日，在海山县文化馆，【现年76岁】的剪纸传承人沈秀云向学生传授技法。沈秀云1951年出生于山村，17岁学艺。"
        ),
        Good(
            "2024年3月8日，在海山县文化馆，现年72岁的剪纸传承人沈秀云向学生传授技法。沈秀云1951年出生于山村，17岁学艺。"
        ),
        Good("2024年3月8日，在海山县文化馆，现年46岁的馆长接待了学生。剪纸传承人沈秀云1951年出生于山村。"),
        Bad(
            "第八届农机展9月12日至16日在海山会展中心举办，562家企业参展。组委会负责人说，【六天展期】里共接待观众9.6万人次。"
        ),
        Good(
            "第八届农机展9月12日至16日在海山会展中心举办，562家企业参展。组委会负责人说，五天展期里共接待观众9.6万人次。"
        ),
        Good("灯展9月12日至16日在公园举办，共48组花灯。灯展闭幕后，去年曾有过10天展期的菊展将再度开幕。"),
        Bad("联展将于2024年5月1日在美术馆开展，5月20日闭幕，【为期30天】，免费开放。"),
        Good("联展将于2024年5月1日在美术馆开展，5月20日闭幕，为期20天，免费开放。"),
        Good("2024年5月1日，现年46岁的馆长沈秀云说，祖父沈德生1926年出生，学艺六十年。"),
        Good("列车6时40分发车，途中停站20分钟，10时15分抵达，净运行时间3小时15分。"),
        Bad("读书节4月19日至28日在市图书馆及9个分馆同步举行，【12天的活动期间】，主馆延时开放。"),
        Good("读书节4月19日至28日在市图书馆及9个分馆同步举行，10天的活动期间，主馆延时开放。"),
        Bad("专项行动于3月10日启动，5月18日结束。“【90天里】，民警三班倒。”"),
        Good("专项行动于3月10日启动，5月18日结束。“70天里，民警三班倒。”"),
        Bad("行驶时间由3小时10分缩短至1小时25分，节省【2小时45分】。"),
        Good("行驶时间由3小时10分缩短至1小时25分，节省1小时45分。"),
        Bad("冠军成绩为2小时10分42秒，亚军为2小时12分05秒，两人相差【2分23秒】。"),
        Good("冠军成绩为2小时10分42秒，亚军为2小时12分05秒，两人相差1分23秒。"),
        Bad("每日【22时至次日5时禁行，每晚有效封闭时间9小时】。"),
        Good("每日22时至次日5时禁行，每晚有效封闭时间7小时。"),
        Bad("2024年3月8日，【91岁的沈秀云】坐在窗前剪纸。1941年春天，她出生在沂河边的山村。"),
        Good("2024年3月8日，82岁的沈秀云坐在窗前剪纸。1941年春天，她出生在沂河边的山村。"),
        Bad("他1968年出生在江边。1993年，【35岁的他】回乡办起了合作社。"),
        Good("他1968年出生在江边。1993年，25岁的他回乡办起了合作社。"),
        Good("1998年12月出生的队员三破纪录。她的教练、39岁的周晓岚出生于1986年5月，与弟子同属虎。"),
        Good("老艺人1947年11月出生，1959年春，11岁的她考入戏校。"),
        Bad("施工队3月12日进场。中间遇上几场暴雨，停了几天工。5月30日，最后一根梁架好了。全部工程历时【97天】。"),
        Good("施工队3月12日进场。中间遇上几场暴雨，停了几天工。5月30日，最后一根梁架好了。全部工程历时79天。"),
        Bad("凌晨2时15分，山火被发现。各路人马轮番上阵。当天13时40分，明火全部扑灭，扑救【历时14小时25分】。"),
        Good("凌晨2时15分，山火被发现。各路人马轮番上阵。当天13时40分，明火全部扑灭，扑救历时11小时25分。"),
        Bad("市防指7月9日20时启动应急响应，7月13日8时终止，历时【96小时】。"),
        Good("市防指7月9日20时启动应急响应，7月13日8时终止，历时84小时。"),
        Good("市防指2月27日8时启动应急响应，3月1日8时终止，历时72小时。"),
        Bad("9月2日，双方递交材料；10月17日，双方签字。从递交到签字，【前后55天】，没花一分钱。"),
        Good("9月2日，双方递交材料；10月17日，双方签字。从递交到签字，前后45天，没花一分钱。"),
        Bad("8月3日14时20分接警。8月5日6时50分，最后一人被送上车，整场救援【历时30个半小时】。"),
        Good("8月3日14时20分接警。8月5日6时50分，最后一人被送上车，整场救援历时40个半小时。"),
        Bad("两人成绩分别是2小时12分36秒和2小时12分58秒，【32秒】之差。"),
    ],
)
def years_mismatch_duration(block: Block) -> Iterator[Comparison]:
    """Lengths of time beside a first and a last year, or told of the time since a year; anniversaries; ages."""
    for mention in block.mentions:
        document = block.documents.get(mention.document)
        length = _length(mention)
        if length is not None and document is not None and mention.period:
            yield from _judged(mention, length, document)
    yield from ages_at(block)
    for one in chain(
        lifetimes(block), elapsed(block), prison_terms(block), timings(block), leads(block), lasted(block)
    ):
        yield _lasting(one)


def _lasting(one: Lifetime) -> Comparison:
    """A length of time beside the day of the article, or beside its first and last day or time of day."""
    low, high = one.right.low, one.right.high
    name, english = UNITS[one.unit]
    years = str(low) if low == high else f"{low}—{high}"
    if one.unit == "M" and low is not None:
        hours, minutes = divmod(int(low), 60)
        right = Bilingual(f"{hours}小时{minutes}分", f"{hours} h {minutes} min")
    elif one.unit == "S" and low is not None:
        minutes, seconds = divmod(int(low), 60)
        right = Bilingual(f"{minutes}分{seconds}秒", f"{minutes} min {seconds} s")
    elif low:
        right = Bilingual(f"{years}{name}", f"{years} {english}")
    else:
        right = Bilingual(f"不超过{high}{name}", f"{high} {english} at most")
    return Comparison(
        reported=one.place,
        reading=Reading.exactly(one.told),
        expected=lambda: Reading.exactly(one.right),
        working=one.words,
        facts={"words": one.words, "right": right},
        worst="warning",
        grave=True,
        quiet=True,
    )


def ages_at(block: Block) -> Iterator[Comparison]:
    """The age that a person had in a year, beside the year of birth: 生于1988年，2018年去世时年仅30岁."""
    for place, match in found(block, AGE_AT, "age", AGE_WORDS):
        words, gap = match.group(), int(match["then"]) - int(match["born"] or match["later"])
        if OTHERS.search(match["between"]) or gap < 0:
            continue
        counted = 1 if match["said"] in ("享年", "终年") else 0  # by the old count a child is one year old at birth
        length = Length(int(match["age"]), "Y", match["born"] or match["later"], match["then"], False)
        yield _compared(place, words, length, Interval.of(gap - 1, gap + counted))


@dataclass(frozen=True, slots=True)
class Length:
    """So many years or months from the first to the last, `since` where they have passed since the first."""

    told: int
    unit: str  # "Y" or "M"
    first: str
    last: str
    since: bool

    @property
    def gap(self) -> int:
        """The years or months from the first to the last."""
        years = int(self.last[:4]) - int(self.first[:4])
        return years if self.unit == "Y" else 12 * years + int(self.last[5:7]) - int(self.first[5:7])


def _length(mention: Mention) -> Length | None:
    """The length that a mention tells of years beside it, None where it tells none."""
    start, slash, duration = mention.reading.rpartition("/")
    told, unit = duration[1:-1], duration[-1:]
    stretch = mention.period.partition("/")
    first, last = (start, mention.period) if slash else (stretch[0], stretch[2])
    least = 4 if unit == "Y" else 7
    if not told.isdigit() or unit not in "YM" or min(len(first), len(last)) < least:
        return None
    return Length(int(told), unit, first, last, bool(slash))


def _judged(mention: Mention, length: Length, document: Document) -> Iterator[Comparison]:
    words = _words(mention, document)
    if mention.kind == "anniversary":
        slack = 1 if mention.items else 0
        yield _compared(mention, words, length, Interval.of(length.gap - slack, length.gap + slack))
    elif not length.since:
        if relation := _beside(mention, length, document):
            yield _compared(mention, words, length, Interval.of(length.gap, length.gap + 1), relation)
    elif relation := "" if _elsewhere(length, document) else _since(mention, document):
        span = Interval.of(length.gap - 1, length.gap + 1)
        yield _compared(mention, words, length, span, relation)


def _words(mention: Mention, document: Document) -> str:
    """The words from the years to the length, or those of its clause where no year stands beside it."""
    text = document.text
    if not mention.items:
        clause = max(text.rfind(mark, mention.sentence_start, mention.start) + 1 for mark in PUNCTUATION)
        return text[max(clause, mention.sentence_start) : mention.end].strip()
    start = min(mention.start, mention.items[0][0])
    end = max(mention.end, mention.items[0][1])
    return text[start : end + text.startswith(("）", ")"), end)]


def _beside(mention: Mention, length: Length, document: Document) -> str:
    """How a length compares with the years beside it: `meets` where it counts all of them, `at_most`, or not at all."""
    if mention.kind not in ("duration", "streak") or not mention.items:
        return ""
    start, end = mention.items[0]
    between = _plain(document.text[end : mention.start]).removesuffix("整整") if start < mention.start else ""
    if between.endswith(WHOLE):
        return "meets"
    if length.told == 1 or mention.text.startswith("前"):
        return ""  # 一年一个样, 前三年
    return "at_most" if between.strip(BESIDE if mention.kind == "streak" else BESIDE + "，,") else "meets"


def _since(mention: Mention, document: Document) -> str:
    """How a length compares with the time up to now: `meets`, `at_most`, or not at all."""
    text = document.text
    start, end = mention.items[0] if mention.items else (mention.start, mention.start)
    item, between = text[start:end], _plain(text[end : mention.start])
    if mention.kind == "age":
        return "meets" if text.endswith(("现年", "今年"), 0, mention.start) else ""
    since = item.endswith((*RUNNING, "以来", "至今")) or "以来" in between or "至今" in between
    already = "已" in between[-6:] and "用" not in between[-6:]
    if mention.kind == "streak":
        return ("meets" if already and item.endswith(RUNNING) else "at_most") if since else ""
    if mention.text.endswith("来"):
        return "meets" if between.endswith(("，", ",")) else ""
    if mention.text.endswith("间"):
        return "at_most" if between.endswith(("，", ",")) else ""
    closes = text.startswith((*PUNCTUATION, "时间", "之久", "了"), mention.end) or "至今" in between[-6:]
    return "meets" if since and closes and (already or between.endswith("至今")) else ""


def _elsewhere(length: Length, document: Document) -> bool:
    """Whether the article prints a year at which the length would be right."""
    if length.unit != "Y":
        return False
    right = [int(length.first[:4]) + length.told + shift for shift in (-1, 0, 1)]
    right += [int(length.last[:4]) - length.told + shift for shift in (-1, 0, 1)]
    right = [year for year in right if year != int(length.first[:4])]
    return any(f"{year}{blank}年" in document.text for year in right for blank in ("", " "))


def _plain(words: str) -> str:
    return "".join(words.split())


def _compared(mention: Mention, words: str, length: Length, right: Interval, relation: str = "meets") -> Comparison:
    low, high = right.low, right.high
    told = length.told
    rounded = length.since and mention.kind == "duration" and told >= 20 and told % 10 == 0
    reading = Interval.of(told - ROUND, told + ROUND) if rounded else Interval.point(told)
    years = str(low) if low == high else f"{low}—{high}"
    return Comparison(
        reported=mention,
        reading=Reading.exactly(reading),
        relation=relation,
        expected=lambda: Reading.exactly(right),
        working=words,
        facts={
            "words": words,
            "right": Bilingual(
                f"{years}{'年' if length.unit == 'Y' else '个月'}",
                f"{years} {'years' if length.unit == 'Y' else 'months'}",
            ),
        },
        worst="warning",
        grave=True,
        quiet=True,
    )
