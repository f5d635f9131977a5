"""Times in Chinese articles: where they stand, which period each names, and whether a figure is measured from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claims import period as periods
from claims.zh.period_reading import Reading, number, read
from claims.zh.period_resolving import ending, join, resolve
from claims.zh.period_story import REACH, Story
from claims.zh.period_story import TimeSpan as TimeSpan
from claims.zh.period_words import JOIN, TIME

_COMPARED = re.compile(
    r"(?:(?<!占)比|较(?:之|于)?|相[比较]于?|对比|[高低多少优好快慢小弱晚]于|[高低多少]出|超过?|不及|不如|恢复[到至]|追平|持平于|次于)"
    r"(?:疫情前的?|历史[^,。;]{1,5}的)?[ ]?\Z"
)
_WITH_AFTER = re.compile(
    r"(?:[、和](?:(?:19|20)[0-9]{2}|[去前上])年(?:同期|[上下]半年)?)?(?:的? ?[0-9.]{1,8}%?)?[^,。;:、0-9]{0,10}?"
    r"(?:相比|持平|相当|一致|相同|一样|对比|相较|比较|比(?=,))"
)
_TIMES_AFTER = re.compile(r"(?:水平|全年|同期|总[额量数值])?的(?:约|近|超)?[0-9.]{1,6}(?:%|倍|成)")
_SMALL = re.compile("(?:只有|只是|仅有|仅为|仅|不到|不足|约为|相当于|是|为) ?\\Z")
_OF_OLD = re.compile(
    "[^,。;0-9]{0,6}[0-9.]{1,8}[万亿]?[一-鿿]{0,3}的(?:一半|[一二两三四五六七八九]成|[0-9.]{1,5}[%倍]|[二三四五]分之)"
)
# 2008年以来的最高水平, 2021年9月以来的第12次: how long a record goes back, which no figure is about.
_RECORD = re.compile(
    r"(?:[^,。;:0-9]{0,10}?(?:以来|至今))?(?:的|历史|同期|单[日月周季]|[月季年]度)*"
    r"(?:最[高低大小多少快慢好差强弱佳]|首[次度现]|第[0-9一二三四五六七八九十]+[次度]|新[高低]|[较次]高|[较次]低)"
)
# 较6月的7.9%, 较6月7.9%的涨幅: the level of that time stands beside it.
_OWN_LEVEL = re.compile(
    r"的 ?[0-9]| ?[0-9.]{1,6}%的(?:[涨增升降跌]幅|增速|增长率|水平)"
    r"|的?(?:[涨增升降跌]幅|增速) ?[0-9.]{1,6}%(?:略?有?所?|明显|进一步)(?:加快|放缓|回落|收窄|扩大)"
)
_SETS = re.compile("创(?:下|出|造)?了?\\Z")  # 创年内新高
_FIRST_SINCE = re.compile(r"[^。;:0-9]{0,14}?以来[^。;:0-9]{0,16}?首次")
_CHANGE_AFTER = re.compile(r"[^,。;]{0,12}?[增减升降涨跌高低多少快慢]")
_LEVEL_AFTER = re.compile(r"[^,。;:、0-9]{0,8}?(?:为|是|达|仅|净?亏损|盈利|实现|:)|的? ?[0-9]|\([^)]{0,12}[0-9]")
# 营收12.5亿元,上年为10亿元; 而去年7月这一数字是24亿元
_TOLD_ASIDE = re.compile(
    r"(?:(?:这一|这个|该)(?:数字|数据|数值|比例|指标|数))?(?:则|仅|还|才|只)?(?:(?:为|是) ?(?:仅|只有)?|只有 ?)[0-9]"
)
_FORMER_LEVEL = re.compile(
    r"(?:全年)?(?:的(?:每[一-鿿]{1,4})?|[^,。;、0-9]{0,8}?(?:下降|增长|上升|减少|增加|亏损|盈利)) ?(?:约|近|超)?[0-9]"
)
_FLOW = re.compile(
    r"[^。;]{0,24}?(?:累计|(?<!公)共(?![同建有享产])|已(?:有|经)?(?:发|收|立|完|审|查|破|抓|受|办|建|为|支|实现)|新增)"
)
_DONE = re.compile(
    "[^。;0-9]{0,14}?(?:接收|处置|受理|查处|抓获|破获|发放|办理|开展|组织|检查|排查|查获|收缴|完成|化解|调解|劝阻|返还|追回|审结)"
)
# 截至7月底,累计发电装机容量…: what there is on that day.
_STOCK = re.compile(
    r"[^。;,]{0,4},?[^。;,]{0,24}?(?:装机|容量|余额|存量|保有量|总人口|用户数?|账户数?|缴存总额|提取总额)"
)
# 2021年版国家标准, 9月原油期货, 10月交割的黄金: what a thing is called by, not when something was.
_NAMED = re.compile(
    r"版(?![权图税面块])|(?:份?(?:交割|交货)的?)?(?:[A-Z]{2,5}|布伦特|纽约|轻质)?"
    r"(?:原油|黄金|白银|布油|燃油|天然气|[期伦]?铜|铁矿石|螺纹钢?|大豆|豆粕|玉米|小麦|棉花|白糖)?(?:期货|合约|期[金银铜铝])"
)
_MOVES_OVER = re.compile("(?:累计|共|已|净)?(?:增长|下降|减少|增加|压减|压降|提高|上升|翻了?|净增|回落|降低|缩减|扩大)")
_YEARS_SAME = re.compile("[、和](?:19|20)[0-9]{2}年同期")
_TOTALLED = re.compile("[^。;,0-9]{0,16}累计")
_STRETCHES = ("quarter", "half", "months", "month", "year")
_BEHIND = re.compile("(?:之后|以后|后)(?!续|期|半)")  # 在第一季度后重新夺回第二
# 今年4月上市的车型,当月交付1.4万辆: when a thing began, of which the figures of another time are told.
BEGUN = re.compile(
    r"(?:才|刚|新|正式|建成|全线|全面|陆续|首次|投入)*(?:上市|通车|开通|投用|投入使用|启用|投产|投运|开业|开园|开馆|开建|开工|上线|竣工"
    r"|落成|成立|挂牌|揭牌|推出|发布|面世|入列|列装|组建|启动|部署|打响|发起)的(?=[^,。;0-9]|[0-9]{1,3}号)"
)
_STARTS = re.compile(r"[^。;0-9]{0,12}?(?:启动|开展|部署|上线|成立|设立|施行|实施|启用|开始|开通)")
# 自3月开展“清风2023”专项行动以来: what has gone on since then may carry a name with figures in it.
_EVER_SINCE = re.compile(r"(?:[^,。;:0-9“”]|“[^,。;:“”]{1,16}”){1,20}?(?:以来|至今)")
_TO_CLOCK = re.compile("[时点][至到]$")
_BEGUN_SINCE = re.compile(
    "(?:正式|全面|全线)?(?:启用|启动|上线|开通|开业|开园|开馆|投用|投运|运行|运营|试点|试行|实施|施行|推行|成立|挂牌)(?:运行|运营)?以来"
)
# 截至6月30日止六个月: the months that end then.
_TERM = re.compile(
    r" ?止? ?的?(?:(1[0-2]|[1-9]|十[一二]?|[二两三四五六七八九])个月|(?<=止)(半)年|(?<=止)(?:财政)?(年)度?"
    r"|(财年|财政年度|会计年度)|((?:第?[一二三四]|本|该)?(?:财政?)?季度?)(?![度末初]))"
)
_FULL_DAY = re.compile(
    r"(?<![0-9])(20[0-9]{2})年(?:1[0-2]|0?[1-9])月(?:3[01]|[12][0-9]|0?[1-9])日(?!前|之前|以前|出生)"
)
_REPORTED = re.compile(
    r"(20[0-9]{2})年(?:第?[一二三四1-4]季度|[上下]半年|Q[1-4])"
    r"[^。;]{0,16}?(?:财报|业绩|报告|财务|数据|营收|净利|同比|出货|销量)"
)
_TO_COME = ("预计", "计划", "将", "到", "于", *"0123456789")
_WAY = re.compile("[^,。;0-9]{0,10}的(?:趋势|局面|态势|势头|颓势|格局)")
_PREPARED = re.compile("[^,。;0-9]{1,14}(?:做好?|作好?|打下|奠定|夯实|备)(?:了|好)?(?:准备|铺垫|基础)")
_PLANS = re.compile("[^。;]{0,10}?(?:计划|拟|将|力争|目标|预计|打算)")
_JOIN = re.compile(JOIN)
_SOME_DAYS = re.compile("的?(?:[前首][0-9一二两三四五六]?[日天]|首日|第[0-9一二三四五六七八]|最后)")
_DAY = len("2025-06-18")
_AS_OF = ("截至", "截止", "截至到", "截止到")


def find(text: str, published: date | None) -> list[TimeSpan]:
    """Every time in `text` (folded one to one), in order and apart; relative ones count from the day `published`."""
    if published is not None and not 1800 <= published.year <= 2200:
        published = None
    story = Story(text, published, published.year if published is not None else _own_year(text))
    spans: list[TimeSpan] = []
    for match in TIME.finditer(text):
        start, end = match.span()
        if spans and start < spans[-1].end:
            continue  # what the time before has taken in: 五一假期前三天
        reading = read(match[0])
        if reading.kind == "clock" and story.day and text.endswith(_AS_OF, 0, start) and _is_near(story, start):
            spans.append(TimeSpan(start, end, "as_of", story.day.isoformat()))  # 23日14时…。截至17时30分,已救出…
        elif reading.kind == "holiday" and (some := _SOME_DAYS.match(text, end)) is not None:
            spans.append(TimeSpan(start, some.end(), "vague", ""))  # 五一假期前三天
        elif reading.kind in ("clock", "vague") or (reading.kind in ("year", "month") and _NAMED.match(text, end)):
            spans.append(TimeSpan(start, end, reading.kind, ""))
        else:
            _tell(story, spans, start, end, reading)
    return spans


def _is_near(story: Story, start: int) -> bool:
    """Whether the day named last is the one that a time of day is of: in the paragraph, a few sentences before."""
    return start - story.day_at <= REACH and story.text.find("\n", story.day_at, start) < 0


def _own_year(text: str) -> int:
    """The year of the days that a text without a date of publication names, or else of the quarters and halves that it
    reports on, if they are all of one; else 0."""
    years = set(_FULL_DAY.findall(text)) or {
        match[1] for match in _REPORTED.finditer(text) if not text.endswith(_TO_COME, 0, match.start())
    }
    return int(years.pop()) if len(years) == 1 else 0


def _tell(story: Story, spans: list[TimeSpan], start: int, end: int, reading: Reading) -> None:
    """Resolve one time and add it, joined with the one before where the two are the ends of a range."""
    last = spans[-1] if spans and start - spans[-1].end <= 4 else None
    before = story.text[max(start - 10, 0) : start]
    if before[-1:] in ("自", "从") and not reading.since:
        if story.text.startswith("始", end):
            reading = reading.ever_since()
        elif _EVER_SINCE.match(story.text, end):
            if reading.anchor == "published" and not reading.shift and not reading.first:
                spans.append(TimeSpan(start, end, "vague", ""))  # 自今年行动开展以来: some day of that year
                return
            reading = reading.ever_since()
    if before[-1:] not in ("自", "从") and not reading.since and _BEGUN_SINCE.match(story.text, end):
        reading = reading.ever_since()  # 新版通行证3月启用以来
        if story.published is not None and not reading.year and reading.first > story.published.month:
            reading = replace(reading, year=story.published.year - 1)
    if reading.day and story.text[end - 1] == "起" and _FLOW.match(story.text, end):
        reading = reading.ever_since()
    if reading.kind == "year" and not reading.first and _YEARS_SAME.match(story.text, end):
        reading = replace(reading, kind="relative", same=True)  # 2018年、2019年同期分别为638起、521起
    if reading.name == "day" and reading.shift == 1 and _TO_CLOCK.search(before) and not (last and last.period):
        spans.append(TimeSpan(start, end, "clock", ""))  # 夜间10时至次日6时
        return
    if reading.same and before[-1:] == "占":
        spans.append(TimeSpan(start, end, "clock", ""))  # 占同期外贸总值的39%: nothing is told of another time
        return
    if reading.name == "past" and before[-1:] not in ("比", "较") and _MOVES_OVER.match(story.text, end):
        spans.append(TimeSpan(start, end, "clock", ""))  # 两年间压减逾六成: over which a move is told, of what was told
        return
    record = reading.kind in ("to_date", "year", "years", "month", "relative") and _is_record(
        story.text, start, end, reading
    )
    passed = reading.kind in _STRETCHES and _BEHIND.match(story.text, end) is not None
    beside = before.endswith(("连同", "加上"))  # 新收15万件,连同上年旧存的2万件,共受理17万件
    role = "record" if record or passed or beside else _role(story.text, last, before, start, end, reading)
    period = resolve(story, start, reading, role)
    if role == "reference" and before[-1:] in (",", "(", "而") and _is_told_aside(story, end, reading, period):
        role = "former"
    kind = reading.kind
    until = before.rstrip().endswith(_AS_OF) or story.text.startswith(("止,", "止。", "止;"), end)
    if kind == "as_of" or (kind in ("day", "month") and until):
        kind = "as_of"
        term = _TERM.match(story.text, end) if until else None
        if term is not None:
            kind, end = "months", term.end()
            period = ending(period, 6 if term[2] else 3 if term[5] else number(term[1] or "12"))
        else:
            period = _running(story, start, end, period)
    elif kind == "to_date" and reading.anchor == "published":
        period = _closed(story, end, period)
    if last is not None and last.period and _JOIN.fullmatch(story.text, last.end, start):
        if reading.name == "day" and last.kind == "day" and len(last.period) == _DAY:  # 6月18日22时至次日6时
            next_day = date.fromisoformat(last.period) + timedelta(reading.shift)
            period, kind = join(last.period, next_day.isoformat()), last.kind
        else:
            period = join(last.period, period)
            kind = "years" if len(period) == 9 else "months" if len(period) == 15 else kind
        role, start = last.role, last.start
        spans.pop()
    if kind == "day" and period and len(period.partition("/")[0]) < _DAY:
        kind = "months" if "/" in period else "year" if len(period) == len("2023") else "month"  # 7月1日至31日
    span = TimeSpan(start, end, kind, period, role)
    spans.append(span)
    _remember(story, end, reading, span)


def _closed(story: Story, end: int, period: str) -> str:
    """今年以来 of a running total told beside the month before publication: up to its end; else `period`."""
    told, published = periods.bounds(story.reference), story.published
    if told is None or published is None or _TOTALLED.match(story.text, end) is None:
        return period
    closed = published.replace(day=1) - timedelta(1)
    if told[1] != closed or told[0] not in (closed.replace(day=1), closed.replace(month=1, day=1)):
        return period
    return join(f"{closed.year}-01", story.reference)


def _is_record(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether the time only says since when something is a record: it runs on to today, and a superlative follows."""
    if text.endswith(("是自", "为自"), 0, start) and _FIRST_SINCE.match(text, end):
        return True
    match = _RECORD.match(text, end)
    if match is not None and _SETS.search(text, max(0, start - 4), start):
        return True
    return match is not None and (reading.since or "以来" in match[0] or "至今" in match[0])


def _remember(story: Story, end: int, reading: Reading, span: TimeSpan) -> None:
    ends = periods.bounds(span.period)
    if ends is None:
        return
    if story.published is not None and ends[0] > story.published:
        story.ahead, story.ahead_at = span.period, end
        return
    unfinished = story.published is not None and ends[1] > story.published
    if span.kind == "half" and unfinished and not reading.year and reading.first > 1:
        story.ahead, story.ahead_at = span.period, end  # 下半年补课的重点, in July
        return
    if ends[0] == ends[1]:
        story.day, story.day_at = ends[0], end
    if reading.year and span.role in ("reference", "former"):
        story.named, story.named_at = reading.year, end
    if span.role != "reference" or reading.same or _is_aside(story.text, span):
        return
    if span.kind == "day" and ends[0] < ends[1]:
        story.days = span.period
    if len(span.period) == len("2018/2022"):
        story.years = span.period
    unfinished = story.published is not None and ends[1] > story.published and len(span.period) == 4
    if unfinished and _PLANS.match(story.text, end):
        return  # 2025年公司计划新开门店150家。全年营业成本…: of the year before
    if reading.year or reading.anchor:
        story.runs_on = span.kind == "to_date" and ends[0].year < ends[1].year
        story.year, story.year_at = ends[1].year, end
    if span.kind == "to_date":
        story.since, story.since_at = span.period, end
    elif story.published is not None and span.kind in ("year", "month", "day") and _STARTS.match(story.text, end):
        began = span.period.partition("/")[0]
        story.since, story.since_at = f"{began}/{story.published.isoformat()[: len(began)]}", end
    # The current year named in full is mostly a plan's or a prize's: figures are about the part of it that has passed.
    third = reading.edge in ("early", "middle", "late")
    if span.kind not in ("day", "stamp") and not third and not unfinished and reading.name not in ("day", "year"):
        if reading.edge == "end" and _ends_with(story.reference, span.period):
            story.moment, story.moment_at = span.period, end  # 截至6月末, in a text on the half-year
        else:
            story.reference, story.moment = span.period, ""


def _ends_with(stretch: str, moment: str) -> bool:
    """Whether a time is the end of a longer one."""
    whole, last = periods.bounds(stretch), periods.bounds(moment)
    return whole is not None and last is not None and whole[0] < last[0] and whole[1] == last[1]


def _is_aside(text: str, span: TimeSpan) -> bool:
    """Whether a time leads a remark in brackets, or tells what things were like or when they began: (2022年为255万桶),
    去年下滑的趋势, 去年投用的院区."""
    if _WAY.match(text, span.end) or BEGUN.match(text, span.end):
        return True
    return text[span.start - 1 : span.start] == "(" and text.find("为", span.end, span.end + 3) >= 0


def _role(text: str, last: TimeSpan | None, before: str, start: int, end: int, reading: Reading) -> str:
    """`base`, `former` or `reference`, by the words right before and right after."""
    sign = before[-1:]
    compared = bool(sign) and sign in "比较之于出过超到至平前的及如 " and _COMPARED.search(before) is not None
    # 柯比11日: a name that ends in 比.
    if compared and (not reading.day or sign != "比" or _CHANGE_AFTER.match(text, end)):
        return "former" if _OWN_LEVEL.match(text, end) else "base"
    if reading.same and last is not None and last.role == "base" and last.end == start:
        return "base"  # 较上月|同期增长9%
    if sign and sign in "与和同跟" and _WITH_AFTER.match(text, end):
        return "base"
    if _SMALL.search(before) and _OF_OLD.match(text, end):
        return "former"  # 只有2017年上半年1122宗的一半
    if sign and sign in "是为达于占" and _TIMES_AFTER.match(text, end):
        return "base"
    if sign == "为" and _PREPARED.match(text, end):
        return "record"  # 为下半年的销售计划做准备
    if sign and sign in "由从" and not reading.since and _FORMER_LEVEL.match(text, end):
        return "former"
    earlier = reading.edge in ("end", "start") and (reading.anchor == "text" or reading.shift < 0)
    if ((reading.same and not reading.name) or earlier or reading.name == "term") and _LEVEL_AFTER.match(text, end):
        return "former"
    if sign and sign in "、和及与" and last is not None and last.role == "base" and last.end + 1 == start:
        return "base"
    return "reference"


def _is_told_aside(story: Story, end: int, reading: Reading, period: str) -> bool:
    """Whether a time earlier than the one spoken of only tells its level: 营收12.5亿元,上年为10亿元,增长25%."""
    if reading.day or reading.since or not _TOLD_ASIDE.match(story.text, end):
        return False
    if not period or not story.reference:
        return reading.shift < 0 and not reading.first
    return periods.earlier(period, story.reference)


def _running(story: Story, start: int, end: int, period: str) -> str:
    """An as-of date that a running total leads up to (今年以来…截至7月30日，共抓获): from its start; else `period`."""
    told = start - story.since_at <= REACH and story.text.find("。", story.since_at, start) < 0
    done = told and _DONE.match(story.text, end) is not None  # 今年以来,…截至10月底,处置预警指令8.6万条
    if not (done or _FLOW.match(story.text, end)) or _STOCK.match(story.text, end):
        return period
    if not period:
        told = start - story.since_at <= 2 * REACH and story.text.find("\n", story.since_at, start) < 0
        return story.since if told else ""
    until, told_ends = periods.bounds(period), periods.bounds(story.reference)
    named = story.text[max(0, start - 6) : start].rstrip("截至止 ,").endswith("以来")  # 行动开展以来,截至7月底
    began = story.since.partition("/")[0] if named or story.holds(story.since_at, start) else ""
    if not began and until and told_ends and told_ends[1] == until[1]:
        began = story.reference.partition("/")[0]
    ends = periods.bounds(began)
    if until is None or ends is None or until[1] < ends[0] or len(began) > len(period):
        return period
    return join(began, until[1].isoformat()[: max(len(began), 7)])
