"""Where results go: formats by name or suffix; files are written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from checker.errors import CannotDo, did_you_mean, unknown
from claims.bilingual import Bilingual
from reports import Renderer, format_of

Formats = Mapping[str, Renderer]
Content = str | bytes | Iterable[str | bytes]

PIECE = 1 << 20  # characters written at once


def known_format(name: str, formats: Formats) -> str:
    """`name`, if it is one of the formats; else CannotDo."""
    if name not in formats:
        raise unknown("--format", Bilingual("格式", "format"), name, formats)
    return name


def format_of_file(path: str, formats: Formats, otherwise: str = "") -> str:
    """The format that the suffix of `path` stands for, or `otherwise` where it says nothing; raises CannotDo."""
    name = format_of(path, formats) or otherwise
    if name:
        return name
    what = Bilingual("从文件名看不出格式。", "The name of the file does not say its format.")
    suffixes = [suffix for renderer in formats.values() for suffix in renderer.suffixes]
    raise CannotDo(path, what, did_you_mean(Path(path).suffix, suffixes))


def write_whole(path: str, content: Content) -> None:
    """Write the file completely or leave what was there; raises CannotDo where it cannot be written."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        handle, draft = tempfile.mkstemp(dir=folder, prefix=".crossfoot-")
        try:
            with os.fdopen(handle, "wb") as file:
                for piece in _pieces(content):
                    file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
            # mkstemp makes files that only their owner can read.
            os.chmod(draft, 0o666 & ~_umask())
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise
    except OSError as error:
        what = Bilingual(f"写不进去：{error.strerror}", f"It cannot be written: {error.strerror}")
        hint = Bilingual("请检查文件夹是否存在、是否有写权限。", "Check that the folder exists and may be written to.")
        raise CannotDo(path, what, hint) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def emit(result: Content) -> None:
    """Print a result on standard output, in pieces or whole; characters that it cannot show become `?`."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    for piece in _pieces(result):
        if isinstance(piece, bytes):
            stream.flush()
            stream.buffer.write(piece)
        else:
            stream.write(piece.encode(encoding, "replace").decode(encoding))
    stream.flush()


def _pieces(result: Content) -> Iterator[str | bytes]:
    """The result in pieces of a bounded size, so that no copy of it doubles the memory."""
    if isinstance(result, bytes):
        yield result
    elif isinstance(result, str):
        yield from (result[start : start + PIECE] for start in range(0, len(result), PIECE))
    else:
        for piece in result:
            yield from _pieces(piece)
