"""Unit words of Chinese texts: which registry unit and dimension each stands for (data in `units.txt`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: `name` in the registry, its `dimension`, and whether whole numbers of it are exact counts."""

    word: str
    name: str
    dimension: str
    counted: bool


def _load() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in Path(__file__).with_name("units.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, dimension, nature, words = (field.strip() for field in line.split("|"))
        units |= {word: Unit(word, name, dimension, nature == "c") for word in words.split()}
    return units


UNITS = _load()

# Words that begin like a unit and are none: unit word → the characters that void it when they follow.
VOID = {
    "部": "曲门委队长位分署属落", "人": "才均机型", "名": "单列", "位": "于居列次数", "次": "产元日于", "场": "馆", "点": "击券亮赞",
    "条": "件例", "家": "庭渠", "台": "风湾", "起": "步来", "支": "付持出撑", "支队": "伍", "本": "地轮报级科质周金土文",
    "所": "以有在得谓示属需述", "局": "势部限面", "座": "谈", "间": "接隔谍", "期": "间待货", "种": "植子业粮田养", "类": "似别",
    "对": "于外接", "组": "织成合建", "层": "面", "门": "店槛诊", "首": "次先", "股": "东权市票份民", "批": "发准", "单": "位",
    "例": "如", "头": "部寸衔脑", "只": "有要是能需", "户": "外籍", "口": "岸径罩号腔味碑粮感腹", "分": "比别为之析公布享店部红散配支期",
    "元": "旦首素", "天": "然津河府", "年": "级轻龄货", "周": "边围", "秒": "杀", "度": "假", "面": "板包积对向临前试市粉",
    "把": "握", "队": "伍员", "型": "号", "球": "迷员", "金": "融额币徽", "胜": "利", "站": "在点", "行": "业动政",
    "平": "板台均安衡等稳", "方": "面案式向便圆位形", "两": "家名个种款大台部辆条", "升": "级至到温", "克": "服", "手": "段机续表游", "节": "点目日约气",
    "段": "时", "字": "号体节", "包": "括", "单元": "楼", "集": "团中", "排": "名行列", "道": "路", "票": "价房", "步": "行伐",
    "关": "于注口", "通": "过知报道", "声": "音明道", "日": "元圆本均移", "月": "活", "环": "球比绕视保境节", "成": "为立功本员果交长绩都群", "倍": "率", "折": "叠算合",
    "毛": "利", "角": "度", "根": "据", "片": "区面", "页": "岩面", "列": "车入为", "级": "别", "码": "头", "瓦": "特",
    "轮": "船胎车", "床": "位", "遍": "布", "回": "升落报归", "档": "案", "样": "本品机", "双": "方向边创下升",
    "圈": "子", "处": "理于罚", "笔": "记", "里": "程铺屯", "眼": "科镜界光", "串": "联", "群": "众体", "张": "家", "块": "链", "像素": "级",
}  # fmt: skip

LONGEST = max(map(len, UNITS))


def _by_first() -> dict[str, tuple[Unit, ...]]:
    table: dict[str, list[Unit]] = {}
    for word in sorted(UNITS, key=len, reverse=True):
        table.setdefault(word[0], []).append(UNITS[word])
    return {first: tuple(units) for first, units in table.items()}


BY_FIRST = _by_first()


def at(text: str, position: int) -> Unit | None:
    """The longest unit word that stands at `position`, if its next character does not make it another word."""
    for unit in BY_FIRST.get(text[position : position + 1], ()):
        word = unit.word
        if text.startswith(word, position):
            after = text[position + len(word) : position + len(word) + 1]
            if after and after in VOID.get(word, ""):
                continue
            if word.isascii() and word.isalpha() and after.isascii() and after.isalpha():
                continue
            return unit
    return None
