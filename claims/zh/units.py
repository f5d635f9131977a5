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
    units = {}
    for line in Path(__file__).with_name("units.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, dimension, nature, words = (field.strip() for field in line.split("|"))
        units |= {word: Unit(word, name, dimension, nature == "c") for word in words.split()}
    return units


UNITS = _load()

# Words that begin like a unit and are none: unit word → the characters that void it when they follow.
VOID = {
    "部": "门委队长位分署属落", "人": "民类工大均机才格", "名": "单列义", "位": "于居列一", "次": "产元日于", "场": "馆所地",
    "点": "击名", "条": "件例", "家": "庭园具属长", "台": "风湾阶胞", "起": "来诉到降步源草重飞义伏初床用码火落跌始点",
    "支": "付持出撑", "支队": "伍", "本": "地轮报级科质年月周来金土文人身市省", "所": "以有在得谓示属需述",
    "局": "势部限面长", "座": "谈", "间": "接隔谍断", "期": "间待货末刊望盼指", "种": "植子业粮田养", "类": "似别",
    "对": "于外此应象接话决阵战抗标策付称照待", "组": "织成合建委长团", "层": "面次级", "门": "店槛诊户",
    "首": "次先席都要创家发府相", "股": "东权市票价份民指息", "批": "发准评复示量", "单": "位价日月边独身品曲季店产",
    "例": "如外会", "头": "部寸衔版脑盔像发", "只": "有要是能需不剩见", "户": "外籍", "口": "岸径罩号腔味碑粮感腹语令服",
    "张": "家", "分": "别为之析公司布享行店部红散配级支管期类离院会区流", "元": "旦首素年月器老宵气", "天": "然津气河空下府使地才台安涯",
    "年": "级轻龄会货报薪华", "周": "边围期末刊转", "秒": "杀", "度": "假过", "套": "餐", "面": "积对向临前试市世粉",
    "把": "握手", "班": "级", "队": "伍员", "型": "号", "球": "迷员场", "金": "融额", "胜": "利", "站": "在点",
    "行": "业动政", "里": "程面", "平": "台均安衡等稳", "方": "面案式法向便", "两": "家名个", "升": "级至到温", "克": "服",
    "手": "段机续", "节": "点目日约", "段": "时", "字": "号体节", "包": "括含", "条次": "", "单元": "楼", "集": "团中体",
    "排": "名行列在", "道": "路德教", "票": "价房据", "车次": "", "步": "行伐", "关": "于注", "通": "过知报", "声": "音明",
    "月": "球饼", "日": "元圆本均", "成": "为立功本员果交长绩", "倍": "率", "折": "叠算合射", "毛": "利", "角": "度",
    "块": "钱链", "根": "据", "片": "区面", "页": "岩面", "列": "车入为", "级": "别", "码": "头", "瓦": "特", "包含": "",
    "格": "局", "棒": "球", "团": "队体", "轮": "船胎融", "轮次": "", "课时": "", "床": "位", "款": "项", "遍": "布",
    "回": "升落报归", "档": "案", "样": "本品", "双": "方向边创下升", "针": "对", "圈": "子", "桶": "",
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
