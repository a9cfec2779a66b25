"""Plain text, an article a file: UTF-8 with or without a byte order mark, UTF-16, older Arabic code pages."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

from consistency.model import Document
from consistency.read.refused import Refused
from consistency.wording import say

__all__ = ["decode", "read"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC_CODE_PAGES = ["cp1256", "iso8859_6", "utf_16_le", "utf_16_be", "cp1252"]


def read(data: bytes, name: str) -> Iterator[Document]:
    """The one article of a file.

    :raises Refused: the bytes are empty, binary, or in no encoding that fits.
    """
    text, encoding = decode(data)
    yield Document(name, text, encoding)


def decode(data: bytes) -> tuple[str, str]:
    """The text of some bytes, and the name of their encoding.

    :raises Refused: the bytes are empty, binary, or in no encoding that fits.
    """
    text, encoding = _decode(data)
    if not text.strip():
        raise Refused(say("the file is empty; remove it or fill it"))
    if _looks_binary(text):
        raise Refused(say("this is not text but binary data; give it as UTF-8 text"))
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Refused(
                    say(
                        "broken {encoding} at byte {place}; save it as UTF-8",
                        encoding=encoding,
                        place=error.start,
                    )
                ) from None
    unmarked = _utf16_without_mark(data[:4096])
    if unmarked:
        return data.decode(unmarked, errors="replace"), unmarked
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _detect(data, error)


def _utf16_without_mark(sample: bytes) -> str | None:
    """Arabic and Latin text in UTF-16 has 0x00, 0x06 or 0x20 in nearly every second byte."""
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        plain = sum(byte in (0x00, 0x06, 0x20) for byte in high)
        if len(high) >= 8 and plain > 0.95 * len(high) and low.count(0) < len(low) // 50:
            return encoding
    return None


def _detect(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Ask the detector, which weighs letters and words, not only valid bytes."""
    if 0 in data[:4096]:
        raise Refused(say("this is not text but binary data; give it as UTF-8 text"))
    from charset_normalizer import from_bytes  # costs 30 ms, and few articles need it

    best = from_bytes(data, cp_isolation=_ARABIC_CODE_PAGES).best()
    if best is None or best.encoding == "utf_8":
        raise Refused(
            say(
                "broken UTF-8 at byte {place}, and no other encoding fits; save it as UTF-8",
                place=error.start,
            )
        )
    return str(best), best.encoding


def _looks_binary(text: str) -> bool:
    """Text has no NUL and hardly a control character."""
    sample = text[:4096]
    controls = sum(unicodedata.category(letter) == "Cc" and letter not in "\t\n\r\f" for letter in sample)
    return "\0" in sample or controls > len(sample) // 50
