"""Places in Chinese text: names, nesting, names inside words, organisations, the own area, the area of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import place as places
from claims.zh.place import PlaceSpan, document_area, find, resolve_self


def codes(text: str, area: str = "") -> list[tuple[str, str]]:
    """Name and code of every place that a figure may be about."""
    return [(span.name, span.code) for span in find(text, area) if span.kind == "place"]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("据悉广东省共有3人", "广东省", "440000"),
        ("据悉广东共有3人", "广东", "440000"),
        ("内蒙古有3人", "内蒙古", "150000"),
        ("广西壮族自治区有3人", "广西壮族自治区", "450000"),
        ("新疆有3人", "新疆", "650000"),
        ("在广州有3人", "广州", "440100"),
        ("西双版纳有3人", "西双版纳", "532800"),
        ("恩施州有3人", "恩施州", "422800"),
        ("乐东县有3人", "乐东县", "469027"),
        ("印江自治县有3人", "印江自治县", "520625"),
        ("深圳市有3人", "深圳市", "440300"),
        ("佛山高明区有3人", "佛山高明区", "440608"),
        ("广州市白云区有3人", "广州市白云区", "440111"),
        ("广州白云有3人", "广州白云", "440111"),
        ("广东惠州惠东县有3人", "广东惠州惠东县", "441323"),
        ("江苏省苏州市昆山市有3人", "江苏省苏州市昆山市", "320583"),
        ("江苏太仓有3人", "江苏太仓", "320585"),
        ("北京朝阳有3人", "北京朝阳", "110105"),
        ("辽宁朝阳有3人", "辽宁朝阳", "211300"),
        ("重庆市渝北区有3人", "重庆市渝北区", "500112"),
        ("汕尾市城区有3人", "汕尾市城区", "441502"),
        ("广西全区有3人", "广西全区", "450000"),
        ("中国台湾省有3人", "中国台湾省", "710000"),
        ("中国有3人", "中国", "100000"),
        ("美国有3人", "美国", "US"),
        ("印度尼西亚有3人", "印度尼西亚", "ID"),
        ("印尼有3人", "印尼", "ID"),
        ("日本有3人", "日本", "JP"),
        ("太仓港吞吐量3吨,江苏第一", "太仓", "320585"),
        ("徐汇警方抓获3人", "徐汇", "310104"),
        ("广州市场上有3家", "广州", "440100"),
        ("海南北部有雨", "海南", "460000"),
        ("山西省吕梁市有3人", "山西省吕梁市", "141100"),
        ("南宁机场完成3人次", "南宁", "450100"),
    ],
)
def test_names(text: str, name: str, code: str) -> None:
    assert codes(text)[0] == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        "扩大安保范围", "重大安全隐患", "执法公开平台", "加大同步力度", "确保定点清除", "推广安全用电",
        "公司运营口径", "京东营收增长", "创新余地很大", "投资阳光产业", "长治久安", "四平八稳", "大理石板材",
        "孙中山先生", "阿里巴巴集团", "和平年代", "朝阳产业", "高明的手段", "开放合作", "一路向东方前进", "城区道路",
        "郊区有雨", "市中心", "小学语文县", "建成县级中心", "沿海地区", "近日本公司公告", "14日本报讯",
        "其中国际航线3条", "增加纳税人数", "跨越南北", "新中国成立", "北京时间10时", "日照时间长", "白银价格",
        "全市场成交", "该区域", "黄河源头", "奥巴马", "马里兰州", "哈密瓜", "德州扑克", "三明治", "来宾入席",
        "北京汽车推出新款", "新款北京EU5", "淮北地区有雨", "普通化处理", "升高雄心", "空中国际", "当中国家", "最高雄伟",
    ],
)  # fmt: skip
def test_letters_of_a_place_inside_other_words(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "湖南银行营收58亿", "上海银行业绩", "广州日报报道", "深圳特区报讯", "广东卫视播出", "北京路步行街",
        "南京东路3号", "吉林大道3号", "贵州大学", "浙江中医药大学", "苏州市第五人民医院", "深圳某科技有限公司",
        "福建龙安环保股份有限公司", "成都车展预售3辆", "云南嘉华食品旗舰店", "天津创业环保股份(01065.HK)跌3%",
        "中国海洋石油-R流入3元", "中国国际服务贸易交易会有3人", "“童声里的中国”有3人",
        "中国移动3亿户", "中国平安营收", "中国证券报", "上海证券交易所",
        "中新网南宁7月26日电", "新华社北京8月1日电", "广东队夺冠", "河南籍男子", "中国式现代化", "湖北省能源集团",
    ],
)  # fmt: skip
def test_organisations_roads_and_datelines_are_marked(text: str) -> None:
    assert [span.kind for span in find(text)][:1] in (["organisation"], [])
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "广州市公安局立案3宗", "广东公安机关立案3宗", "上海市统计局发布", "广州打掉犯罪集团3个",
        "上海证券市场成交3亿", "上海银行业资产3亿", "广西航空货邮3吨", "广东省各大学3所", "北京街头", "河南道路3条",
        "广州路面",
    ],
)  # fmt: skip
def test_offices_and_trades_speak_of_their_place(text: str) -> None:
    assert len(codes(text)) == 1


def test_a_name_of_several_areas_is_told_by_what_else_is_named() -> None:
    assert codes("西湖区有3人") == [("西湖区", "")]
    assert [span.ambiguous for span in find("西湖区有3人")] == [True]
    assert codes("杭州举行大会。西湖区有3人")[1] == ("西湖区", "330106")
    assert codes("江西举行大会。西湖区有3人")[1] == ("西湖区", "360103")
    assert codes("鼓楼区有3人", area="320100") == [("鼓楼区", "320106")]


def test_a_county_without_its_unit_needs_its_name_in_full_or_an_office() -> None:
    assert codes("越秀有3人") == []
    assert codes("越秀区大会。越秀有3人")[1] == ("越秀", "440104")
    assert codes("佛山高明区大会。高明公安抓获3人。手段高明的人")[1:] == [("高明", "440608")]
    assert codes("广州大会。白云警方抓获3人")[1] == ("白云", "440111")
    assert codes("白云警方抓获3人", area="440100") == [("白云", "440111")]
    assert codes("浙江大会。义乌有3人")[1] == ("义乌", "330782")


def test_a_name_shared_with_taiwan_is_of_the_mainland_unless_taiwan_is_named() -> None:
    assert codes("桃源公安抓获3人") == [("桃源", "430725")]
    assert codes("台湾高雄的桃源区有3人")[-1] == ("桃源区", "710233")


def test_words_for_the_own_county_tell_it_from_a_district_of_its_name() -> None:
    assert codes("襄城警方抓获3人") == []
    assert codes("全县大会。襄城警方抓获3人")[-1] == ("襄城", "411025")
    assert codes("全县大会。襄城警方抓获3人", area="420600")[-1] == ("襄城", "420602")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("天津大会。交警河北支队查获3人", "河北", "120105"),
        ("天津大会。河北省有3人", "河北省", "130000"),
        ("北京大会。朝阳分局抓获3人", "朝阳", "110105"),
        ("辽宁大会。朝阳警方抓获3人", "朝阳", "211300"),
        ("天津大会。公安津南分局查获3人", "津南", "120112"),
        ("长治市公安局屯留分局查获3人", "屯留", "140405"),
    ],
)
def test_the_branch_of_an_office_acts_in_a_part_of_its_city(text: str, name: str, code: str) -> None:
    assert codes(text)[-1] == (name, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("太原海关签发3份", "140000"),
        ("山西太原海关签发3份", "140000"),
        ("宁波海关签发3份", "330200"),
        ("人民银行郑州中心支行统计", "410000"),
        ("昆明铁路局发送3人", "530000"),
        ("太原市签发3份", "140100"),
    ],
)
def test_an_office_named_after_a_city_can_serve_the_province(text: str, code: str) -> None:
    assert [span.code for span in find(text) if span.kind == "place"] == [code]


@pytest.mark.parametrize(
    "text", ["广州海关查获3件", "滨江派出所抓获3人", "上海铁路公安处出警3次", "武汉铁路局发送3人", "酒泉卫星发射中心"]
)
def test_an_office_named_after_a_city_can_serve_no_one_area(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("word", "area", "code"),
    [
        ("全省", "440100", "440000"),
        ("全省", "440608", "440000"),
        ("我市", "440100", "440100"),
        ("全市", "440608", "440600"),
        ("全市", "320583", "320583"),
        ("全市", "310115", "310000"),
        ("全市", "440000", ""),
        ("全区", "440608", "440608"),
        ("全区", "450000", "450000"),
        ("全区", "450100", "450000"),
        ("全区", "440100", ""),
        ("全县", "441323", "441323"),
        ("全州", "422800", "422800"),
        ("辖区", "440111", "440111"),
        ("全国", "440111", "100000"),
        ("我国", "", "100000"),
        ("全省", "", ""),
        ("全省", "US", ""),
    ],
)
def test_words_for_the_own_area(word: str, area: str, code: str) -> None:
    span = find(f"{word}共有3人")[0]
    assert (span.name, span.level) == (word, "self")
    assert resolve_self(span, area) == code


def test_pointing_words_mean_the_place_named_before() -> None:
    span = find("泰州交警介绍,该市有3人")[1]
    assert resolve_self(span, "440100") == "321200"
    span = find("安徽经济数据出炉,全省有3人")[1]
    assert resolve_self(span, "") == "340000"
    assert resolve_self(span, "440100") == "440000"


def test_the_world_is_no_country() -> None:
    assert find("全球销量3亿")[0] == PlaceSpan(0, 2, "全球", "", "world", scope="world")


@pytest.mark.parametrize(
    ("text", "title", "hint", "code"),
    [
        ("全市立案3宗。", "", "440100", "440100"),
        ("全市立案3宗。", "", "广州市", "440100"),
        ("全市立案3宗。广州公安介绍。", "广州公安亮成绩单", "", "440100"),
        ("中新网南宁7月26日电 广西交通运输厅介绍,广西民航复苏。", "", "", "450000"),
        ("近日,泰州交警查处3人。泰州市交警支队介绍,全市有3人。", "", "", "321200"),
        ("国家统计局发布数据,一季度国内生产总值3亿元。", "", "", "100000"),
        ("上半年,我国进出口3亿元。我国对日本出口3亿元。", "", "", "100000"),
        ("湖南银行股份有限公司发布公告,公司净利润3亿元。", "", "", ""),
        ("一项研究指出,用户更爱看视频。", "", "", ""),
        ("广东、江苏、浙江、山东各有3人。", "", "", ""),
        ("云南怒江:巡逻不停。近日,民警出警3次。来源:云南省怒江州贡山县。", "", "", "533300"),
        (
            "原标题:某地交管部门连日来在道路沿线持续开展夏夜集中统一行动严查酒驾醉驾。全市查处3起。在武清区,交警查获1人。武清区又查获1人。宝坻区查获1人。",
            "",
            "",
            "120000",
        ),
        ("某地集中行动。近日,咸阳市公安局侦破盗窃案1起。", "", "", "610400"),
        ("某地集中行动。近日,李某向咸阳市公安局求助3次。", "", "", ""),
        ("青年报讯,近日全市授权3件,全市合格5件,全国领先。(潍坊市广播电视台)", "", "", "370700"),
        (
            "原标题:旅客下车时拿错了同车旅客的行李箱,热心的乘警没过多久就帮忙把行李找了回来。列车过呼和浩特站时,旅客下车,2人在呼和浩特站等候。",
            "",
            "",
            "",
        ),
        ("和顺法院:助企有方。甲有限公司诉乙有限公司一案,和顺县人民法院作出判决,和顺县法院执行。", "", "", "140723"),
        ("长春公司来信。创新股份有限公司公告,公司股东起诉,上海法院立案,上海法院判决,公司上市。", "", "", ""),
        ("专骗团伙,五人被判刑。近日,咸丰县人民法院审理了该案,五人在龙岩市行骗。", "", "", "422826"),
        ("北京大兴:镇上送祝福。8月18日,老人收到花馍3个。", "", "", "110115"),
        ("社区开会。8月16日晚,双流区东升街道的社区开会,60人参加。", "", "", "510116"),
        ("探寻植物奥秘。8月7日,聊城市东昌府区育苗幼儿园办了活动,60人参加。", "", "", "371502"),
        ("清理杂物。近日,莆田市某片区城管中队清走杂物6车。", "", "", "350300"),
        ("新品上市。近日,芜湖市的展厅里停着6辆新车。", "", "", ""),
        ("最高检发布案例。近日,石城县法院判决3人。", "", "", ""),
        ("川渝四家法院联手。近日,岳池县人民法院判决3人。", "", "", ""),
        (
            "迎来首个以生态为主题的节日,各地办了许多活动,少年儿童与志愿者都踊跃地参加了进来。贵定县发放资料3份,贵定县宣讲3次。",
            "",
            "",
            "",
        ),
        ("志愿者净滩。今年8月15日是全国首个生态日,邵阳县志愿者净滩3公里,邵阳县还将继续。", "", "", "430523"),
        ("研究显示,我国居民吃盐过多,成年人每天吃盐5克。", "", "", ""),
        ("我国油价下调,我国汽油每吨下调3元,全国平均每升下调3分。", "", "", "100000"),
        ("片区11地会战。重庆市公安局发布消息,重庆查处违法行为3起,重庆还将继续。", "", "", ""),
        ("真酒瓶装假酒,川渝警方联手。重庆警方抓获3人,重庆高新区警方抓获3人。", "", "", ""),
        ("新车在工信部申报信息中亮相,最大功率3千瓦,我国汽车市场竞争激烈。", "", "", ""),
        ("长春汽车经济技术开发区人民法院:2天化解3件纠纷。长春某公司欠薪,员工起诉公司,公司败诉。", "", "", "220100"),
        ("泰州姜堰:首个保安公司工作站成立。在某保安公司,姜堰区为公司揭牌,公司有3人参加。", "", "", "321204"),
        ("英国:试点新计划。据英国政府消息,3个地区入选,全国还有8个家庭入选。", "", "", "GB"),
    ],
)
def test_the_area_of_an_article(text: str, title: str, hint: str, code: str) -> None:
    assert document_area(text, title, hint) == code


NAMES = [place.name for place in places.table().values()]
PIECES = st.sampled_from(
    [*NAMES, "广州", "白云", "全市", "该市", "公安", "有限公司", "大学", "路", "市场", "。", "大", "近", "3", "日本"]
)


@given(
    st.lists(PIECES, max_size=15).map("".join) | st.text(max_size=60), st.sampled_from(["", "440100", "US", "100000"])
)
def test_any_text_is_read_in_order_with_codes_that_exist(text: str, area: str) -> None:
    end = 0
    for span in find(text, area):
        assert end <= span.start < span.end <= len(text)
        assert span.name == text[span.start : span.end]
        assert span.code == "" or places.level(span.code)
        assert resolve_self(span, area) == "" or places.level(resolve_self(span, area))
        end = span.end


@given(st.sampled_from([place for place in places.table().values() if place.level == "county" and len(place.name) > 2]))
def test_every_county_is_found_right_after_its_city(place: places.Place) -> None:
    above = places.name(places.parent(place.code))
    assert codes(f"在{above}{place.name},")[-1] == (f"{above}{place.name}", place.code)
