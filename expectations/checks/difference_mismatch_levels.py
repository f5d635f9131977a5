"""Level now, level before and the difference must fit; so must what came in, went out and is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from claims.bilingual import Bilingual
from claims.claim import Claim
from expectations import tabular
from expectations.abreast import abreast
from expectations.apart import moves_apart, moves_from_start
from expectations.blocks import Block
from expectations.check import check
from expectations.comparison import Comparison, Reading, judge
from expectations.examples import Bad, Good
from expectations.levels import Move, level_moves
from expectations.ranges import ranged
from expectations.same import dimension, is_level, is_result, is_time
from expectations.side_by_side import side_by_side
from expectations.slips import closing_slips, fits_or_slips
from expectations.told_behind import told_behind
from expectations.words import after, before, between, lead

TOLD_APART = Fraction(1, 20)  # accident allowed where measure and times, not one sentence, tie the levels
IN = re.compile(r"收取|收入|收到|筹集|募集|到账|共收|拨付|下拨")
OUT = re.compile(r"支出|花费|使用|用去|支付")
# What is left, and of what: 结余 of the income told before, 统筹基金当期结余 of 统筹基金 alone.
LEFT = re.compile(
    r"(?P<of>(?:(?!当[期年]|本[期年]|年末|年终|全年|收支|尚|还|现)[^，,；;。：:、\s\d])*?)(?:当[期年]|本[期年]|年[末终]|全年|收支|尚有?|还有?|现)*"
    r"(?<!累计)(?<!滚存)(?<!历年)(?:剩余|结余|余额|剩下?|节余)(?:资金|款项?)?[为约有共达是]*$"
)
FALLS = re.compile(r"下调|调低|降幅|跌幅|减幅|下降|下跌|下滑|减少|降低|回落|降价|优惠|减持|裁|便宜|少花|省了?$")
SECONDS = {"秒": 1, "分": 60, "分钟": 60, "小时": 3600, "天": 86400}
SOONER = re.compile("[快早]了?[约近]?$|提前|缩短|压缩|加快|提[高升]了?$|进步了?$")  # 比规定的30分钟快了9分钟

PLANNED = re.compile("限额|预算|计划|目标|指标|概算")
OFF_PLAN = re.compile(
    "(?:(?P<under>低于|少于|低)|高于|超过?|超出|高出)(?P<of>限额|预算|计划|目标|指标|概算)(?:数)?(?:约)?"
)
SUMMED = re.compile("(?:合计|共计|总计|总收入|收入合计)(?:为|达|约)?$")
ALL_IN = re.compile("总收入(?:为|达|约)?$")  # 总收入9.6万元，其中…；对外营业收入3.36万元；…。支出9.2万元，结余4000元
EARLIER = 8  # figures
CARRIED = re.compile("(?:年初|期初|上年|上期|去年)(?:[^，,。；;\\d]{0,4})(?:结余|结转|余额|滚存)|又收|还收|另收")
OVER = re.compile("超(?:出|过)?(?P<of>汛限|警戒|保证|设防|限制)(?:水位|线)?(?:[（(][^）)]*[）)])?(?:达|约)?$")
OVER_MARK = re.compile("超|高[于出]|低于|[差距]")  # 超警戒水位1.42米: no mark, but how far from it
MARK = re.compile("汛限|警戒|保证|设防|限制")
APART = re.compile("(?:温差|日较差|落差|价差|差距|相差|极差)(?:[^，,。；;\\d最]{0,4})$")


@check(
    code="CF110",
    title=Bilingual("增减量与前后水平不符", "the difference does not fit the levels"),
    message=Bilingual(
        "{measure}：文中增减量为{figure}，按{others}推算应为{implied}。",
        "{measure}: the difference is given as {figure}, but {others} imply {implied}.",
    ),
    why=Bilingual(
        "报告期水平 − 基期水平就是增减量；收入 − 支出就是剩余。",
        "Level minus earlier level is the difference; what came in minus what went out is what is left.",
    ),
    limits=[
        Bilingual("只比较文字把三个数连在一起的地方", "only where the words tie the three figures together"),
    ],
    examples=[
        Good("在园幼儿由2020年的1.46万人减少到1.12万人，比上年减少900人。", published="2025-03-20"),
        Good("年初结余3.20亿元，今年收入8.64亿元，支出9.12亿元，年末结余2.72亿元。"),
        Bad("公司门店386家，较年初的302家净增【386】家。"),
        Good("公司门店386家，较年初的302家净增84家。"),
        Good("医护人员平均到场用时18分钟，比约定的25分钟快了7分钟。"),
        Good("全县地下水平均埋深由18.9米回升至15.7米，平均回升3.2米。"),
        Good("该市工伤保险全年收入86.4亿元，支出71.2亿元，储备金当期结余3.1亿元，累计结余140亿元。"),
        Good("景区成人票由90元降至60元，降幅33%；观光船票下调15元，缆车票下调20元。"),
        Bad("该车型起价从88.89万元调整为82.69万元，降幅为【7.2万】元。"),
        Bad("持股由一季度的6297787股降至二季度的2750072股，减持【3574715】股。"),
        Bad("全班共收取班费52000元，该学期共支出36140元，剩余【18560】元已退还。"),
        Bad(
            "即日起全系降价，优惠金额在【2万】元至3万元之间。标准版售价从18.9万元调整至16.4万元，长续航版由25.9万元降至20.9万元。"
        ),
        Good(
            "即日起全系降价，优惠金额在2万元至3万元之间。标准版售价从18.9万元调整至16.4万元，长续航版由25.9万元降至22.9万元。"
        ),
        Bad(
            "截至2023年6月30日，腾飞科技有104503名员工，同比减少【6221】名。公司称仍在招人。"
            "此前，截至2022年6月30日，腾飞科技有110715名员工。"
        ),
        Good(
            "截至2023年6月30日，腾飞科技有104503名员工，同比减少6212名。公司称仍在招人。"
            "此前，截至2022年6月30日，腾飞科技有110715名员工。"
        ),
        Bad("当天最低气温8.2摄氏度，最高气温22.6摄氏度，温差达【24.4】摄氏度。"),
        Good("当天最低气温8.2摄氏度，最高气温22.6摄氏度，温差达14.4摄氏度。"),
        Good("全市医保基金收入320亿元，支出275亿元，当期结余45亿元，累计结余812亿元。"),
        Good("该车型起价从88.89万元调整为82.69万元，降幅为6.2万元。"),
        Good("持股由一季度的6297787股降至二季度的2750072股，减持3547715股。"),
        Good("全班共收取班费52000元，该学期共支出36140元，剩余15860元已退还。"),
        Bad("昨日8时，海山水库水位167.15米，汛限水位165.00米，超汛限水位【2.51】米。"),
        Good("昨日8时，海山水库水位167.15米，汛限水位165.00米，超汛限水位2.15米。"),
        Bad("年初，全县存栏生猪18.4万头。到九月底，存栏生猪21.6万头，比年初增加【2.3】万头。"),
        Good("年初，全县存栏生猪18.4万头。到九月底，存栏生猪21.6万头，比年初增加3.2万头。"),
        Good("水位86.42米，超警戒水位1.42米，低于保证水位0.58米。20时水位退至85.37米，仍超警戒0.37米。"),
        Good("优良天数增加11天，而污染天数由65天减到55天，少了10天。"),
        Good("全区有书屋43家，其中自营的11家，委托管理的32家，比上年底的31家增加12家。"),
        Good("冠军成绩为2小时29分16秒，比她去年2小时31分40秒的成绩提高了2分24秒。"),
        Good("存一年利息由1650元减为1350元，少300元。"),
        Good("2010年底，全县电杆3216根。第二年一下变成7540根，多出4324根，其实是把原来就有的3900多根木杆也算了进去。"),
        Bad("今晨湖区最低气温零下9℃，和昨天早上的零下4℃比起来，下降了【3】℃。"),
        Good("今晨湖区最低气温零下9℃，和昨天早上的零下4℃比起来，下降了5℃。"),
        Bad(
            "前10个月辖区道路事故562起，造成78人死亡、604人受伤。去年同期是621起、91人死亡、655人受伤，起数减少59起，死亡人数减少【31】人，受伤人数减少51人。"
        ),
        Good(
            "前10个月辖区道路事故562起，造成78人死亡、604人受伤。去年同期是621起、91人死亡、655人受伤，起数减少59起，死亡人数减少13人，受伤人数减少51人。"
        ),
        Good("户均停水时间0.35小时，比上年0.55小时缩短12分钟。"),
        Good("一件外套，原来320元，现在248元，每件便宜72元。"),
        Good("联赛门票收入680万元，赞助收入1520万元，合计2200万元；支出1985万元，结余215万元。"),
        Bad("2023年全县债务限额64.8亿元，年末余额61.3亿元，低于限额【5.3】亿元。"),
        Good("2023年全县债务限额64.8亿元，年末余额61.3亿元，低于限额3.5亿元。"),
        Bad("货车查验用时由去年的平均3分50秒缩至2分20秒，少了【110】秒。"),
        Good("货车查验用时由去年的平均3分50秒缩至2分20秒，少了90秒。"),
        Bad("水库月末蓄水38.62亿立方米，上月末为34.15亿立方米，一个月增蓄【4.74】亿立方米。"),
        Good("水库月末蓄水38.62亿立方米，上月末为34.15亿立方米，一个月增蓄4.47亿立方米。"),
        Good(
            "投入力量3980人，其中公安2240人，武警540人，其余1200人为志愿者；去年总共3420人，今年增加560人，大头是公安，多了390人。"
        ),
        Bad("护理员的补贴由每月845元提高到912元，每月增加【76】元。"),
        Good("护理员的补贴由每月845元提高到912元，每月增加67元。"),
        Good("全市儿科医生2020年312名，2021年331名，2022年355名，2023年378名，三年增加66名。"),
        Good("昨天水位降到27.85米，低于28米的警戒水位0.15米。洪峰出现在7月15日凌晨，水位30.42米，超警戒2.42米。"),
        Bad("今年秋季学院录取新生6840人，去年秋季为6120人，多【270】人。"),
        Good("今年秋季学院录取新生6840人，去年秋季为6120人，多720人。"),
        Good(
            "7月12日负荷2460万千瓦，超过了去年夏天2390万千瓦的老纪录；接着是7月24日，2498万千瓦，比前一次多了38万千瓦。"
        ),
        Good("合作社全年总收入84万元，其中门票48万元，餐饮36万元。支出76万元，结余8万元。"),
    ],
    blocks=("document", "story"),
)
def difference_mismatch_levels(block: Block) -> Iterator[Comparison]:
    """Differences that a sentence ties to two levels or finds told apart, moves in a range, balances of a paragraph."""
    for move in moves_apart(block):
        if move.old is not None and (block.kind == "document" or move.old.document != move.new.document):
            yield replace(compared(move, move.old), candidate=True, support=TOLD_APART, worst="warning")
    if block.kind == "story":
        return
    for move in moves_from_start(block):
        start = compared(move, move.old) if move.old is not None else None
        if start is not None and fits_or_slips(start):
            yield replace(start, worst="warning")
    for move in told_behind(block):
        beside = compared(move, move.old) if move.old is not None else None
        if beside is not None and closing_slips(replace(beside, reading=None)):
            yield replace(beside, worst="warning")
    for bounds, old, new in ranged(block):
        yield within(bounds, old, new)
    for move in block.once(level_moves):
        told = move.old if move.change.kind not in ("relative_change", "point_change") else None
        if told is not None and (told.start < move.change.start or not _from_before(move, block)):
            yield compared(move, told)
    for move in (*block.once(abreast), *block.once(side_by_side)):
        if move.change.kind == "absolute_change" and move.old is not None and not _of_whole(move, move.old, block):
            yield replace(compared(move, move.old), worst="warning")
    for found in tabular.moves(block):
        if isinstance(found, Move) and found.old is not None and found.change.kind == "absolute_change":
            yield compared(found, found.old)
    yield from balances(block)
    yield from extremes(block)
    yield from over_limits(block)
    yield from off_plan(block)


def _of_whole(move: Move, old: Claim, block: Block) -> bool:
    """Whether the difference is that of the total of a list: 共43家，其中自营11家，配送32家，比上年底的31家增加12家."""
    new = move.new
    totals = [one for one in block.claims if one.document == new.document and one.sentence_start == new.sentence_start]
    totals = [one for one in totals if is_level(one) and one.unit == new.unit and one.start < new.start]
    totals = [one for one in totals if one.value > new.value]
    return any(judge(compared(replace(move, new=one), old)).verdict == "consistent" for one in totals)


def _from_before(move: Move, block: Block) -> bool:
    """Whether the difference is that to a level told before: 2005年1041公里。第二年变成2386公里，多出1345公里."""
    new = move.new
    row = [one for one in block.claims if one.document == new.document and one.paragraph == new.paragraph]
    row = [one for one in row if is_level(one) and one.unit == new.unit and one.start < new.start]
    return any(judge(compared(move, one)).verdict == "consistent" for one in row)


def extremes(block: Block) -> Iterator[Comparison]:
    """How far the highest and the lowest told right before lie apart: 最低气温22.1℃，最高气温37.6℃，温差15.5℃."""
    for sentence in block.sentences:
        for first, second, gap in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            if not APART.search(lead(gap)) or not first.unit == second.unit == gap.unit != "" or gap.hedge:
                continue
            leads = [lead(first), lead(second)]
            if "低" in leads[0] and "高" in leads[1]:
                low, high = first, second
            elif "高" in leads[0] and "低" in leads[1]:
                high, low = first, second
            else:
                continue
            if all("最" in words for words in leads):
                yield Comparison(
                    reported=gap,
                    using=(high, low),
                    expected=lambda high, low: high - low,
                    working="{1} − {2}",
                    worst="warning",
                )


def over_limits(block: Block) -> Iterator[Comparison]:
    """How far a level of water lies over the mark of its paragraph: 水位167.15米，汛限水位165.00米，超2.15米."""
    lengths = [one for one in block.claims if one.unit in ("米", "m") and is_level(one) and is_result(one)]
    for at, over in enumerate(lengths):
        named = OVER.search(lead(over).strip() or before(over, 24))
        near = [one for one in lengths[max(0, at - 6) : at] if one.paragraph == over.paragraph] if named else []
        marks = [
            one for one in near if named and named["of"] in lead(one) + _noun_behind(one) and one.value > over.value
        ]
        marks = [one for one in marks if not OVER_MARK.search(one.measure + lead(one))]
        levels = [one for one in near if "水位" in one.measure + lead(one) and not MARK.search(one.measure + lead(one))]
        if marks and levels and not over.hedge:
            yield Comparison(
                reported=over,
                using=(levels[-1], marks[-1]),
                expected=lambda level, mark: level - mark,
                working="{1} − {2}",
                worst="warning",
            )


def _noun_behind(one: Claim) -> str:
    return re.split("[，,。；;]", after(one, 8))[0]  # 28米的警戒水位


def off_plan(block: Block) -> Iterator[Comparison]:
    """How far a level is off the limit or plan of its sentence: 债务限额112.4亿元，年末余额109.8亿元，低于限额2.6亿."""
    for sentence in block.sentences:
        if PLANNED.search(sentence.text) is None:
            continue
        for plan, level, gap in zip(sentence.claims, sentence.claims[1:], sentence.claims[2:], strict=False):
            named = OFF_PLAN.fullmatch(lead(gap).strip())
            if named is None or not plan.unit == level.unit == gap.unit != "" or plan.hedge or level.hedge or gap.hedge:
                continue
            of_plan = named["of"] in plan.measure + lead(plan) and named["of"] not in level.measure + lead(level)
            if of_plan and gap.clause - level.clause == 1 and is_level(plan) and is_level(level):
                under = named["under"] is not None
                yield Comparison(
                    reported=gap,
                    using=(plan, level) if under else (level, plan),
                    expected=lambda larger, smaller: larger - smaller,
                    reading=Reading.of(gap) if gap.value > 0 else -Reading.of(gap),
                    working="{1} − {2}",
                    worst="warning",
                )


def compared(move: Move, old: Claim) -> Comparison:
    """The difference against new − old; a fall given as a size is read as one."""
    words = before(move.change, 8)
    fall = move.change.value > 0 and (FALLS.search(words) or (is_time(move.new) and SOONER.search(words)))
    told = -Reading.of(move.change) if fall else None
    units = SECONDS.get(move.change.unit, 0), SECONDS.get(move.new.unit, 0)
    if all(units) and units[0] != units[1]:
        size = told or Reading.of(move.change)
        told = size.scaled(Fraction(*units))  # 由0.57小时缩短到0.42小时，缩短9分钟
    return Comparison(
        reported=move.change,
        using=(move.new, old),
        expected=lambda new, old: new - old,
        reading=told,
        working="{1} − {2}",
        explanations=(Bilingual("增减量可能按修订后的基数计算", "the difference may be from a revised base"),),
    )


def within(bounds: Claim, old: Claim, new: Claim) -> Comparison:
    """A range of changes against one move, whichever way it goes."""
    return Comparison(
        reported=bounds,
        using=(old, new) if old.value > new.value else (new, old),
        expected=lambda larger, smaller: larger - smaller,
        working="{1} − {2}",
        worst="warning",
        explanations=(Bilingual("所列的可能不在所说的范围之内", "what is listed may not be meant"),),
    )


def balances(block: Block) -> Iterator[Comparison]:
    """Income, expense and rest that follow one another closely."""
    row = [
        claim
        for claim in block.claims
        if is_level(claim) and claim.kind == "amount" and is_result(claim) and claim.start >= 0
    ]
    for at, rest in enumerate(row):
        left = LEFT.fullmatch(lead(rest).strip())
        if left is None or CARRIED.search(before(rest, 60) + after(rest, 30)):
            continue
        near = [claim for claim in row[max(0, at - 3) : at] if claim.paragraph == rest.paragraph]
        spent = next((claim for claim in reversed(near) if OUT.search(lead(claim))), None)
        got = next((claim for claim in reversed(near) if IN.search(lead(claim)) and not OUT.search(lead(claim))), None)
        if (
            not (spent and got)
            or near[-1] is not spent
            or not (left["of"].endswith(("将", "把")) or left["of"] in got.measure)
        ):
            continue
        in_all = next((one for one in near if got.start < one.start < spent.start and SUMMED.search(lead(one))), None)
        if in_all is None and got.part_of:
            in_all = next((one for one in row[:at] if one.claim_id == got.part_of and IN.search(lead(one))), None)
        elif in_all is None:
            told = [one for one in row[max(0, at - EARLIER) : at] if one.paragraph == rest.paragraph]
            in_all = next(
                (
                    one
                    for one in told
                    if one.start < got.start and ALL_IN.search(lead(one)) and "其中" in between(one, got)
                ),
                None,
            )
        got = got if in_all is None else in_all  # 票款收入1869.4万元，赞助收入4210万元，合计6079.4万元；支出…
        if got.start < spent.start and dimension(got) == dimension(spent) == dimension(rest):
            yield Comparison(
                reported=rest,
                using=(got, spent),
                expected=lambda came, went: came - went,
                working="{1} − {2}",
                explanations=(Bilingual("可能另有收支未写出", "other income or expense may be left out"),),
            )
