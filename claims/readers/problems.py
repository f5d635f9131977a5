"""Why a document could not be read, or was read with reservations: what, where, and what to do."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from claims.bilingual import Bilingual


class Unreadable(Exception):
    """Raised inside a reader; the entry turns it into a document that carries `problem` as its error."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.problem = Bilingual(zh, en)


EMPTY = Bilingual(
    "文件是空的，一个字也没有：请确认稿件已经保存。", "The document is empty: check that the article was saved."
)
CLAIM_TABLE = Bilingual(
    "这是数据陈述表（有 value、measure 两列），不是稿件：要当作稿件或统计表读取，请用 --as articles 或 --as table。",
    "This is a table of claims (columns value, measure), not an article: --as articles or --as table override that.",
)

NOT_REGULAR = Bilingual(
    "不是普通文件（管道或设备）：请换成普通文件。",
    "Not a regular file but a pipe or device: put a regular file in its place.",
)


def too_long(count: int, limit: int) -> Unreadable:
    """An article of more characters than the limit."""
    return Unreadable(
        f"稿件太长：{count:,} 字，上限 {limit:,} 字。请拆成几篇再检查。",
        f"The article is too long: {count:,} characters, the limit is {limit:,}. Split it and check the parts.",
    )


def too_many_numbers(count: int, limit: int) -> Unreadable:
    """An article of more numbers than the limit."""
    return Unreadable(
        f"稿件里的数字太多：{count:,} 个，上限 {limit:,} 个。请拆成几篇再检查。",
        f"The article holds too many numbers: {count:,}, the limit is {limit:,}. Split it and check the parts.",
    )


def too_large(count: int, limit: int) -> Unreadable:
    """A file of more bytes than the limit, refused before it is read."""
    return Unreadable(
        f"文件太大：{count:,} 字节，上限 {limit:,} 字节。请拆成几个文件再检查。",
        f"The file is too large: {count:,} bytes, the limit is {limit:,}. Split it and check the parts.",
    )


def too_many_cells(limit: int) -> Unreadable:
    """A statistical table of more cells than the limit."""
    return Unreadable(
        f"表格太大：超过 {limit:,} 格。请拆成几个文件；若一行是一篇稿件，正文列应名为 text。",
        f"The table is too large: more than {limit:,} cells. Split it; if a row is an article, name its column text.",
    )


def damaged(kind: str, detail: str = "") -> Unreadable:
    """A file that is not what its name says, or that breaks off."""
    zh_detail, en_detail = (f"（{detail}）", f" ({detail})") if detail else ("", "")
    return Unreadable(
        f"不是完好的 {kind} 文件{zh_detail}：请重新下载，或用原来的软件另存一份。",
        f"Not a sound {kind} file{en_detail}: download it again, or save it anew from the program that made it.",
    )


def of_system(error: OSError) -> Unreadable:
    """What the operating system says about a file, in words for people."""
    if isinstance(error, PermissionError):
        return Unreadable("没有读取权限：请检查文件权限。", "Permission denied: check who may read the file.")
    if isinstance(error, FileNotFoundError):
        return Unreadable("找不到文件：请检查路径。", "No such file: check the path.")
    if isinstance(error, IsADirectoryError):
        return Unreadable(
            "这是文件夹，不是文件：请指明其中的文件。", "This is a folder, not a file: name a file in it."
        )
    if error.errno == errno.ELOOP:
        return Unreadable(
            "符号链接绕成了圈，找不到真正的文件：请改正链接。", "The symbolic links form a loop: mend the link."
        )
    if error.errno == errno.ENAMETOOLONG:
        return Unreadable("文件名太长：请改短。", "The file name is too long: shorten it.")
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return Unreadable(
        f"系统读不出这个文件（{reason}）：请检查磁盘或网络。",
        f"The system cannot read the file ({reason}): check disk or network.",
    )


def must_be_regular(path: Path) -> None:
    """Raises OSError or Unreadable unless there is a regular file, which does not block whoever opens it."""
    try:
        mode = path.stat().st_mode
    except ValueError as error:  # a NUL in the name
        raise Unreadable("文件名无效：请检查路径。", "The file name is not valid: check the path.") from error
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise Unreadable(
            "不是普通文件（管道或设备）：请用 `-` 从标准输入读取。", "Not a regular file: pass `-` and pipe it in."
        )
