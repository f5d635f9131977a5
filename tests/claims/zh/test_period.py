"""Times in Chinese text: each way of writing with its meaning, look-alikes, and the rules of context."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims import period as periods
from claims.zh.period import TimeSpan, find

PUBLISHED = date(2023, 8, 14)


def told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """The times of `text`: words, kind and period, without the vague ones."""
    return [(text[s.start : s.end], s.kind, s.period) for s in find(text, published) if s.kind != "vague"]


def roles(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(text[s.start : s.end], s.period, s.role) for s in find(text, published)]


SURFACES = [
    ("2021年", "year", "2021"),
    ("2021 年", "year", "2021"),
    ("2022年度", "year", "2022"),
    ("2022财年", "year", "2022"),
    ("二〇二一年", "year", "2021"),
    ("二零二一年", "year", "2021"),
    ("2021年全年", "year", "2021"),
    ("去年", "relative", "2022"),
    ("今年", "relative", "2023"),
    ("前年", "relative", "2021"),
    ("明年", "relative", "2024"),
    ("上年", "relative", "2022"),
    ("上一年度", "relative", "2022"),
    ("上半年", "half", "2023-01/2023-06"),
    ("今年上半年", "half", "2023-01/2023-06"),
    ("2022年下半年", "half", "2022-07/2022-12"),
    ("2023年半年度", "half", "2023-01/2023-06"),
    ("23年上半年", "half", "2023-01/2023-06"),
    ("2023H1", "half", "2023-01/2023-06"),
    ("一季度", "quarter", "2023-01/2023-03"),
    ("第二季度", "quarter", "2023-04/2023-06"),
    ("第 2 季度", "quarter", "2023-04/2023-06"),
    ("2023年第二季度", "quarter", "2023-04/2023-06"),
    ("今年第三季度", "quarter", "2023-07/2023-09"),
    ("去年四季度", "quarter", "2022-10/2022-12"),
    ("2023Q2", "quarter", "2023-04/2023-06"),
    ("Q2", "quarter", "2023-04/2023-06"),
    ("首季度", "quarter", "2023-01/2023-03"),
    ("前三季度", "months", "2023-01/2023-09"),
    ("一、二季度", "months", "2023-01/2023-06"),
    ("1至6月", "months", "2023-01/2023-06"),
    ("1-6月份", "months", "2023-01/2023-06"),
    ("1—7月", "months", "2023-01/2023-07"),
    ("1月至6月", "months", "2023-01/2023-06"),
    ("今年1月至7月", "months", "2023-01/2023-07"),
    ("今年前5个月", "months", "2023-01/2023-05"),
    ("前五个月", "months", "2023-01/2023-05"),
    ("2023年1月至6月", "months", "2023-01/2023-06"),
    ("去年10月至今年3月", "months", "2022-10/2023-03"),
    ("2022年12月至次年3月", "months", "2022-12/2023-03"),
    ("2018年至2023年6月", "months", "2018-01/2023-06"),
    ("2018年至今年上半年", "months", "2018-01/2023-06"),
    ("6月底至9月底", "months", "2023-06/2023-09"),
    ("6月", "month", "2023-06"),
    ("7月份", "month", "2023-07"),
    ("2018年2月", "month", "2018-02"),
    ("二〇二一年六月", "month", "2021-06"),
    ("8月", "month", "2023-08"),
    ("12月", "month", "2022-12"),
    ("本月", "relative", "2023-08"),
    ("这一季度", "relative", "2023-07/2023-09"),
    ("本季度", "relative", "2023-07/2023-09"),
    ("上一季度", "relative", "2023-04/2023-06"),
    ("上季度", "relative", "2023-04/2023-06"),
    ("上月", "relative", "2023-07"),
    ("上个月", "relative", "2023-07"),
    ("7月上旬", "month", "2023-07-01/2023-07-10"),
    ("2月下旬", "month", "2023-02-21/2023-02-28"),
    ("2021年6月29日", "day", "2021-06-29"),
    ("6月25日", "day", "2023-06-25"),
    ("8月12日晚8时", "day", "2023-08-12"),
    ("8月12日15时30分", "day", "2023-08-12"),
    ("8月12日(星期六)上午9:30", "day", "2023-08-12"),
    ("8日", "day", "2023-08-08"),
    ("26日", "day", "2023-07-26"),
    ("本月 10 日", "day", "2023-08-10"),
    ("本月底", "as_of", "2023-08"),
    ("上月下旬", "relative", "2023-07-21/2023-07-31"),
    ("本月10日", "day", "2023-08-10"),
    ("6月25日至27日", "day", "2023-06-25/2023-06-27"),
    ("6月25日至7月2日", "day", "2023-06-25/2023-07-02"),
    ("8月9-11日", "day", "2023-08-09/2023-08-11"),
    ("2023-08-12", "day", "2023-08-12"),
    ("2023/8/12", "day", "2023-08-12"),
    ("2023.08.12", "day", "2023-08-12"),
    ("2023-07-29 15:14:31", "stamp", "2023-07-29"),
    ("2023年07月29日 15:14", "stamp", "2023-07-29"),
    ("昨日", "relative", "2023-08-13"),
    ("今天", "relative", "2023-08-14"),
    ("上周", "relative", "2023-08-07/2023-08-13"),
    ("上周五", "relative", "2023-08-11"),
    ("2022年末", "as_of", "2022-12-31"),
    ("上年末", "as_of", "2022-12-31"),
    ("去年底", "as_of", "2022-12-31"),
    ("6月末", "as_of", "2023-06"),
    ("二季度末", "as_of", "2023-06"),
    ("今年以来", "to_date", "2023-01/2023-08"),
    ("2023年以来", "to_date", "2023-01/2023-08"),
    ("2018年以来", "to_date", "2018/2023"),
    ("去年以来", "to_date", "2022/2023"),
    ("2022年2月起", "to_date", "2022-02/2023-08"),
    ("6月底以来", "to_date", "2023-06/2023-08"),
    ("8月1日以来", "to_date", "2023-08-01/2023-08-14"),
    ("党的二十大以来", "to_date", "2022-10/2023-08"),
    ("五年来", "years", "2018/2023"),
    ("近三年", "years", "2020/2023"),
    ("近5年来", "years", "2018/2023"),
    ("过去五年", "years", "2018/2023"),
    ("2018至2020年", "years", "2018/2020"),
    ("2018年—2020年", "years", "2018/2020"),
    ("“十四五”期间", "years", "2021/2025"),
    ("十三五时期", "years", "2016/2020"),
    ("15时30分", "clock", ""),
    ("上午10点", "clock", ""),
    ("15:30", "clock", ""),
    ("近年来", "vague", ""),
    ("目前", "vague", ""),
    ("日前", "vague", ""),
    ("历史同期", "vague", ""),
    ("春节假期", "holiday", "2023-01-21/2023-01-27"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "period"), SURFACES)
@pytest.mark.parametrize("frame", ["{}", "据悉,{},共有3人。", "了解{}全省"])
def test_each_way_of_writing(words: str, kind: str, period: str, frame: str) -> None:
    text = frame.format(words)
    start = frame.index("{")
    assert find(text, PUBLISHED)[0] == TimeSpan(start, start + len(words), kind, period)


@pytest.mark.parametrize(
    "text",
    [
        "判处3年以上有期徒刑", "用时90分钟", "工作了7年", "第14届运动会", "3岁的孩子", "下降了3.5个百分点",
        "共12个月", "6月龄婴儿", "3月期国债", "5日均线", "连续3日上涨", "15日内缴清", "30日元", "1号文件", "第3号楼",
        "三分之一", "十分重要", "一时难以", "4个季度", "四季如春", "2023个家庭", "目标", "基本年薪", "相当年轻",
        "不同年级", "3日游", "近5日资金", "提前年度", "工作日", "百分点", "2000元", "1200万", "每月", "个月",
        "柯林斯比赛", "十年寒窗", "十年内建成", "Q3相机", "奥迪Q5",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("较2022年上半年增长3%", ("2022年上半年", "2022-01/2022-06", "base")),
        ("比2017年提高6个百分点", ("2017年", "2017", "base")),
        ("同比2019年下降15%", ("2019年", "2019", "base")),
        ("比一季度加快3个百分点", ("一季度", "2023-01/2023-03", "base")),
        ("较上年末增加653亿", ("上年末", "2022-12-31", "base")),
        ("较年初增加653亿", ("年初", "2022-12-31", "base")),
        ("与2019年相比增长3%", ("2019年", "2019", "base")),
        ("低于去年的水平", ("去年", "2022", "base")),
        ("是2019年的1.3倍", ("2019年", "2019", "base")),
        ("捣毁窝点较2016年的215个降至2个", ("2016年", "2016", "former")),
        ("由2019年的5%降至3%", ("2019年", "2019", "former")),
        ("上年末为4487亿", ("上年末", "2022-12-31", "former")),
        ("占比2022年为30%", ("2022年", "2022", "reference")),
        ("卡尔比11日证实", ("11日", "2023-08-11", "reference")),
        ("成立于2018年", ("2018年", "2018", "reference")),
        ("最早于明年上市", ("明年", "2024", "reference")),
        ("甲公司恒大于8月10日公告", ("8月10日", "2023-08-10", "reference")),
        ("二季度降3%,同期进口为5亿", ("同期", "2023-04/2023-06", "reference")),
    ],
)
def test_roles(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in roles(text)


def test_a_list_of_bases_stays_one() -> None:
    assert roles("案发比2017年、2018年分别下降7%、4%") == [("2017年", "2017", "base"), ("2018年", "2018", "base")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The same months a year earlier, of what was just spoken of.
        ("上半年收入45亿,上年同期为40亿", [("上半年", "2023-01/2023-06"), ("上年同期", "2022-01/2022-06")]),
        ("今年前7个月,与去年同期相比", [("今年前7个月", "2023-01/2023-07"), ("去年同期", "2022-01/2022-07")]),
        ("2022年增长3%,上年下降1%", [("2022年", "2022"), ("上年", "2021")]),
        ("二季度降3%,同期进口升1%", [("二季度", "2023-04/2023-06"), ("同期", "2023-04/2023-06")]),
        ("7月CPI涨0.3%,环比上月", [("7月", "2023-07"), ("上月", "2023-06")]),
        ("较2019年同期增5%。一季度", [("2019年同期", "2019"), ("一季度", "2023-01/2023-03")]),
        # A year that was just named holds for months and days after it, not for ever.
        ("2021年成绩不错。6月25日,甲队获奖", [("2021年", "2021"), ("6月25日", "2021-06-25")]),
        ("2021年成绩不错。甲。乙。6月25日,甲队获奖", [("2021年", "2021"), ("6月25日", "2023-06-25")]),
        ("2021年成绩不错。\n6月25日,甲队获奖", [("2021年", "2021"), ("6月25日", "2023-06-25")]),
        ("比2021年好。6月25日获奖", [("2021年", "2021"), ("6月25日", "2023-06-25")]),
        ("2022年全年12宗,当年增3%", [("2022年全年", "2022"), ("当年", "2022")]),
        ("8月3日降雨,当天转移,次日恢复", [("8月3日", "2023-08-03"), ("当天", "2023-08-03"), ("次日", "2023-08-04")]),
        ("7月28日立案,30日破案", [("7月28日", "2023-07-28"), ("30日", "2023-07-30")]),
        # What lies a little ahead is to come.
        ("将于9月上市", [("9月", "2023-09")]),
        ("8月28日揭幕", [("8月28日", "2023-08-28")]),
        ("台风将于17日登陆", [("17日", "2023-08-17")]),
        ("17日破案30起", [("17日", "2023-07-17")]),
        ("7月22日报道称,21日已通车", [("7月22日", "2023-07-22"), ("21日", "2023-07-21")]),
    ],
)  # fmt: skip
def test_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, period) for words, _, period in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年以来专项行动深入。截至7月30日,共抓获35万人", "2023-01/2023-07"),
        ("截至7月30日,机动车保有量114万辆", "2023-07-30"),
        ("上半年就业稳定。截至6月底,累计募集岗位6万个", "2023-01/2023-06"),
        ("2022年2月启动专项行动。截至目前,全市共立案4件", "2022-02/2023-08"),
        ("截至目前,全市有231个所", ""),
    ],
)
def test_a_running_total_runs_from_its_start(text: str, period: str) -> None:
    assert find(text, PUBLISHED)[-1].kind == "as_of"
    assert find(text, PUBLISHED)[-1].period == period


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("截至2023年6月30日止六个月,收入5亿", "2023年6月30日止六个月", "2023-01/2023-06"),
        ("截至2023年6月30日止3个月,收入5亿", "2023年6月30日止3个月", "2023-04/2023-06"),
        ("截至2023年3月31日止年度,收入5亿", "2023年3月31日止年度", "2022-04/2023-03"),
        ("截至2022年12月31日止年度,收入5亿", "2022年12月31日止年度", "2022"),
    ],
)
def test_months_that_end_on_a_day(text: str, words: str, period: str) -> None:
    assert told(text) == [(words, "months", period)]


def test_since_an_event_is_a_running_period() -> None:
    span = find("自去年6月发布以来,累计交付3万辆", PUBLISHED)[0]
    assert (span.kind, span.period) == ("to_date", "2022-06/2023-08")


@pytest.mark.parametrize("words", ["去年", "上半年", "6月25日", "今年以来", "五年来", "8日", "上月", "昨日", "本周"])
def test_without_a_date_of_publication_relative_times_stay_open(words: str) -> None:
    assert [span.period for span in find(words, None)] == [""]


def test_without_a_date_of_publication_the_years_of_the_text_serve() -> None:
    assert [period for _, _, period in told("2021年6月29日见面。7月3日再见", None)] == ["2021-06-29", "2021-07-03"]


PIECES = st.sampled_from(
    [words for words, _, _ in SURFACES]
    + [
        "。",
        ",",
        "、",
        "\n",
        "比",
        "较",
        "至",
        "截至",
        "同比",
        "增长3%",
        "全市",
        "共",
        "以来",
        "自",
        "为",
        "的",
        "3",
        "第",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80), st.none() | st.dates())
@example("截至2022年末二季度末", None)
def test_any_text_is_read_in_order_with_periods_that_exist(text: str, published: date | None) -> None:
    end = 0
    for span in find(text, published):
        assert end <= span.start < span.end <= len(text)
        assert span.period == "" or periods.bounds(span.period) is not None
        end = span.end


def test_time_grows_with_the_text_alone() -> None:
    for words in ("8日", "1、", "截至", "2018至", "今年", "五年来"):
        assert len(find(words * 20000, PUBLISHED)) <= 20000
