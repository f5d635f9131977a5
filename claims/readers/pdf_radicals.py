"""Radicals that PDF fonts hand out in place of the characters they look like, put right one for one."""

from __future__ import annotations

import unicodedata

# Unicode's EquivalentUnifiedIdeograph, for the radicals that simplified Chinese fonts confuse.
_PAIRS = (
    "⺁厂⺄乙⺆冂⺈刀⺊卜⺋卩⺍小⺓幺⺗心⺘手⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺱网⺲网⺶羊⺷羊⺸羊"
    "⺹老⺻聿⺼肉⺾艸⺿艸⻀艸⻁虎⻂衣⻃西⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页"
    "⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_SUPPLEMENT = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


def repaired(char: str) -> str:
    """The character that a radical stands for; any other character as it is."""
    if not "\u2e80" <= char <= "\u2fdf":
        return char
    plain = _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char
