"""What the search starts from: articles read where they are, sound files of each format, words beside figures."""

from __future__ import annotations

import gzip
import io
import json
import random
from functools import cache
from pathlib import Path

from tests.claims.readers.render import to_docx, to_html, to_pdf

SHARED = Path(__file__).resolve().parents[3] / "shared"
ROOT = Path(__file__).resolve().parents[2]
ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
WORDS = (

    *"0123456789０１２３％.,，、。；：（）()“”《》—～~-+%‰\n\r\t 零〇一二三四五六七八九十百千万亿兆两俩半几多余近约个",
    "\u3000", "\u200b", "\u00ad", "\ud83d", "\udc00", "\ufeff", "\u202e", "\u2028", "\x00", "\x1b[2J", "\x85",
    "𝟛", "é", "½", "²", "①", "㎡", "Ⅷ", "萬", "億", "🙂", "全市", "全省", "广州市", "深圳", "北京、上海",
    "2023年", "今年上半年", "去年同期", "8月11日（星期五）", "2月30日", "0年", "9999年", "同比", "环比",
    "比上年", "比2019年", "分别", "分别为", "其中", "包括", "合计", "交通事故", "生产总值", "死亡人数", "警情",
    "下降", "增长", "增至", "降至", "由", "从", "占", "为", "超过", "不足", "以上", "以内", "宗", "人次", "元",
    "万元", "亿元", "亿美元", "万吨", "公里", "个百分点", "百分之", "千分之", "三分之一", "倍", "翻一番",
    "翻两番", "成", "一是", "二是", "等3人", "第一", "居全国第二", "创历史新高", "双下降", "零", "没有发生",
    "五年", "（2018—2022年）", "75周年", "43岁", "1980年出生", "数百", "三成", "两万五", "3至5", "10%—20%",
    "平均", "人均", "每", "每万人", "累计", "连续3年", "历时", "分别增长", "1,234,567.89", "1.2.3", "00",
    "0.000001", "9" * 40, "一百零五", "十几", "万亿", "1/3", "10:30", "2023-08-11", "GDP", "+5", "-3.2%",
    "million", "per cent", "第3次", "三个县：", "以下", "之间", "左右", "“", "如果", "力争", "预计", "不低于",
    "按可比价格计算",
)  # fmt: skip
HOSTILE = (
    "\x1b[2J\x1b]0;t\x07", "\u202e", "%0A::error::x", "=HYPERLINK(1)", "<script>alert(1)</script>", "]]>",
    "&lt;<!--", "| a |", "`" * 7, "@x #1 http://a.example", "\ud800", "\r\n::stop-commands::x",
    "\ufffe\uffff\x00", "\x9b31m", "-- \n# x", "\t=1+1", "</details>", "![x](y)", "{{7*7}}", "\\", "\u2028",
    "[bold]x[/bold] :smile:", '"', "'", "\u2066", "+1", "\x7f", "javascript:alert(1)", "</script>",
    " onmouseover=x", "$(x)", "\u0300" * 20, "😀", "../../x", "C:\\x", "a" * 300, "增长5%",
)  # fmt: skip


@cache
def articles() -> tuple[str, ...]:
    """Texts of articles: those of ../shared where there is such a folder, and the examples."""
    files = [*(ROOT / "examples").rglob("*.txt"), *(ROOT / "examples").rglob("*.md")]
    for folder in ("articles", "news", "relations", "english"):
        files += sorted((SHARED / folder).glob("*.txt"))
    texts = [path.read_text("utf-8", "replace") for path in files]
    packed = SHARED / "corpus" / "news-2023-08.jsonl.gz"
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for _, line in zip(range(400), lines, strict=False)]
    return tuple(text for text in texts if text.strip())


@cache
def files(suffix: str) -> tuple[bytes, ...]:
    """Sound files of a format, small enough that a case takes little time."""
    from tests.claims.readers.test_any_bytes import SEEDS

    draw = random.Random(suffix)
    texts = [draw.choice(articles())[:900] for _ in range(6)]
    made = [SEEDS[suffix]]
    if suffix == ".txt":
        made += [text.encode(encoding, "replace") for text in texts for encoding in ENCODINGS]
    elif suffix == ".md":
        table = "\n\n表1\n（单位：宗）\n\n| 年份 | 立案 | 破案 |\n|--|--:|--:|\n| 2022 | 12 | 8 |\n| 2023 | 9 | - |\n"
        table += "\n<!-- crossfoot: accept magnitude-jump 已核 -->\n"
        made += [f"# 标题\n\n{text}{table}> 引文\n\n1. 其一\n2. 其二\n\n```\n1\n```\n".encode() for text in texts]
    elif suffix in (".html", ".htm"):
        table = "<table><caption>单位：宗</caption><tr><th>年<th>立案</tr><tr><td>2022<td>1,200</table>"
        made += [to_html(text, "标题").replace(b"</h1>", b"</h1>" + table.encode()) for text in texts]
        made.append(to_html(texts[0], "标题").decode().replace("utf-8", "gbk").encode("gbk", "replace"))
    elif suffix == ".pdf":
        made += [to_pdf(text, columns) for text, columns in zip(texts, (1, 2, 3, 2, 1, 2), strict=True)]
    elif suffix == ".docx":
        made += [to_docx(text, "标题") for text in texts[:2]]
        made.append(word_table())
    elif suffix in (".jsonl", ".jsonl.gz"):
        rows = [{"id": str(at), "text": text, "published": "2023-08-01", "title": "x"} for at, text in enumerate(texts)]
        lines = "".join(json.dumps(row, ensure_ascii=bool(at % 2)) + "\n" for at, row in enumerate(rows)).encode()
        cells = "".join(json.dumps({"年份": at, "立案": at * 7.5, "x": [None, {}][at % 2]}) + "\n" for at in range(4))
        made += [lines, cells.encode()]
        if suffix.endswith(".gz"):
            made = [SEEDS[suffix], gzip.compress(lines), gzip.compress(cells.encode())]
    elif suffix == ".csv":
        rows_of_text = "".join(f'{at},"{text[:200]}",2023-08-0{at + 1}\n' for at, text in enumerate(texts))
        cells = '表1 案件\n单位：宗\n年份,立案,"破,案"\n2022,"1,200",80\n2023,99,\n合计,1299,80\n'
        made += [f"id,text,published\n{rows_of_text}".encode(), cells.encode("gbk"), cells.replace(",", "\t").encode()]
        made.append(claim_table(draw, 5).encode())
    elif suffix == ".parquet":
        made += [parquet(draw) for _ in range(4)]
    return tuple(made)


def word_table() -> bytes:
    """A Word file with a table in a table, merged cells, a list."""
    import docx

    made = docx.Document()
    made.add_paragraph("表1 案件（单位：宗）")
    table = made.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = str(row * 10 + column)
    table.cell(0, 0).merge(table.cell(1, 1))
    table.cell(2, 2).add_table(1, 2).cell(0, 0).text = "同比增长5%"
    made.add_paragraph("全市立案120宗。", style="List Number")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parquet(draw: random.Random) -> bytes:
    """A Parquet file of articles or figures, its columns of several types."""
    import pyarrow
    from pyarrow import parquet as files

    value = draw.choice(("1", 1, 1.5, None, b"\xff\x00", True, [1, 2], {"a": 1}))
    rows = [{"id": at, "text": draw.choice(articles())[:300], "published": "2023-08-01", "x": value} for at in range(3)]
    if draw.random() < 0.4:
        rows = [{"measure": "常住人口", "value": draw.choice((1, 2)), "place": "440000", "x": value} for _ in range(3)]
    out = io.BytesIO()
    files.write_table(pyarrow.Table.from_pylist(rows), out, compression=draw.choice(("none", "snappy", "gzip")))
    return out.getvalue()


CELLS = {
    "value": ("1", "1.5", "-3", "0", "1,234", "1e5", "12%", "", "NaN", "inf", "９", "12684", "1" * 400, "-0", "甲"),
    "measure": ("常住人口", "人口", "出口", "案件", "", "增长率", "=1", "GDP"),
    "place": ("440000", "广东省", "000000", "", "440009", "美国", "x"),
    "period": ("2021", "2021-12-31", "2019-01/2019-06", "2021年上半年", "", "x", "9999", "0000", "2021-02-30"),
    "unit": ("万人", "人", "%", "个百分点", "亿元", "", "x", "元/吨"),
    "kind": ("count", "percent", "", "x", "growth", "share"),
    "low": ("", "0", "1", "5", "x"), "high": ("", "2", "1", "x", "-5"),
    "source": ("公报", "", "\x1b[2J"), "published": ("2023-08-01", "", "x", "2023"),
    "document": ("a.txt", ""), "text": ("1万", ""), "base_period": ("2020", "", "x"),
}  # fmt: skip


def claim_table(draw: random.Random, rows: int, required: tuple[str, ...] = ("value", "measure", "unit")) -> str:
    """A table of claims as CSV: cells mostly sound, some not."""
    names = list(dict.fromkeys((*required, *draw.sample(list(CELLS), draw.randrange(len(CELLS))))))
    lines = [",".join(names)]
    for _ in range(rows):
        cells = [draw.choice(CELLS[name][: 3 if draw.random() < 0.6 else None]) for name in names]
        lines.append(",".join(f'"{cell}"' for cell in cells))
    return "\n".join(lines) + "\n"
