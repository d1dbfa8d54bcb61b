"""What happens to documents as bytes: flipped, cut, doubled, swapped, of mixed encodings, with signs that mean something."""

import random
import re
from collections.abc import Callable, Mapping

Damage = Callable[[bytes, random.Random], bytes]

_BRACKETS = re.compile(rb"""[{}\[\]<>()"']""")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LONG = 20_000

TOKENS = (
    *(b"\0", b"\x01", b"\x0b", b"\x0c", b"\x1a", b"\x1b", b"\x1e"),
    *(b"\x85", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80"),
    *(text.encode() for text in ("\u2028", "\u00a0", "\u200b", "\u202e", "\ufffd", "\uffff", "\U0010ffff")),
    *(text.encode() for text in ("e\u0301" * 40, "ı", "ß", "ﬁ")),
    *(text.encode() for text in ("²", "٣", "१२", "Ⅻ", "½", "𝟙𝟡𝟡𝟡", "0000", "-1", "1e999", "99999")),
    *(text.encode() for text in ("2020-13-45", "0000-00-00", "9" * 25)),
    *(b"\\ud800", b"\\udc00\\ud800", b"\\u0000", b"\\", b"\\\\\"", b"\\x", b"null", b"true", b"NaN", b"-Infinity", b"1E400"),
    *(b"&", b"&amp;amp;", b"&lol;", b"&#0;", b"&#xD800;"),
    *(b"&#1114112;", b"&#99999999999;", b"%s%n{}{0}", b"$$", b"\\emph{", b"{\\'"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x", b"<!DOCTYPE a [", b"</", b"/>", b"<a xmlns='"),
    *(b"xmlns:a=''", b"<xi:include href='x'/>"),
    *(b"\n\n", b"\r\r\n", b"\n ", b"\nER  - ", b"\nTY  - JOUR", b"\nPT J"),
    *(b"\nPMID- 1", b"\n%0 Book", b"\n#*", b"\n@article{", b"@string{a=", b"@comment{"),
    *(b" and ", b" et al.", b"; ", b",,,,", b"||", b"...", b"10.1000/", b"http://"),
    *(b"0000-0002-1825-0097", b"\n---\n", b"\n- *a", b"&a *a ", b"\n? !!x"),
)  # fmt: skip
"""Signs and words that some format, library or function takes for more than text."""


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    """A piece, short ones as likely as long ones."""
    start = _place(data, chance)
    return start, min(len(data), start + int(len(data) ** chance.random()))


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes have one bit changed, or are others."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20)) if data else 0):
        at = chance.randrange(len(changed))
        changed[at] = chance.choice((changed[at] ^ (1 << chance.randrange(8)), chance.randrange(256)))
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def without_piece(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 7)) + data[end:]


def swapped(data: bytes, chance: random.Random) -> bytes:
    a, b, c, d = sorted(_place(data, chance) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def with_token(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 3))):
        at = _place(data, chance)
        data = data[:at] + chance.choice(TOKENS) + data[at:]
    return data


def without_brackets(data: bytes, chance: random.Random) -> bytes:
    """Some, or all, of one kind of bracket or quote are gone."""
    found = [match.start() for match in _BRACKETS.finditer(data)]
    if not found:
        return data
    at = chance.choice(found)
    if chance.random() < 0.2:
        return data.replace(data[at : at + 1], b"")
    return data[:at] + data[at + 1 :]


def other_bracket(data: bytes, chance: random.Random) -> bytes:
    found = [match.start() for match in _BRACKETS.finditer(data)]
    if not found:
        return data
    at = chance.choice(found)
    return data[:at] + bytes([chance.choice(b"{}[]<>()\"'")]) + data[at + 1 :]


def other_line_ends(data: bytes, chance: random.Random) -> bytes:
    ends = (b"\n", b"\r\n", b"\r", b"\n\n", b"\n\r", b"", b" ")
    rate = chance.choice((0.05, 0.5, 1.0))
    return _LINE_END.sub(lambda end: chance.choice(ends) if chance.random() < rate else end.group(), data)


def mixed_encoding(data: bytes, chance: random.Random) -> bytes:
    """A piece of the text is of another encoding than the rest."""
    start, end = _span(data, chance)
    piece = data[start:end].decode("utf-8", "replace")
    accents = "".join(chance.choice(("é", "ü", letter)) if letter in "aeou" else letter for letter in piece)
    encoded = accents.encode(chance.choice(("latin-1", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig")), "replace")
    return data[:start] + encoded + data[end:]


def other_encoding(data: bytes, chance: random.Random) -> bytes:
    """All of the text is of another encoding, or of two in turn."""
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp037", "latin-1"))
    encoded = data.decode("utf-8", "replace").encode(encoding, "replace")
    return encoded if chance.random() < 0.6 else flipped(cut(encoded, chance), chance)


def long_piece(data: bytes, chance: random.Random) -> bytes:
    """One sign, word or piece of the document very many times."""
    start, end = _span(data, chance)
    piece = chance.choice(
        (
            *TOKENS,
            b"a",
            b" ",
            b"9",
            b"(",
            b"[",
            b"{",
            b'"',
            b"a ",
            b"A., ",
            b"; ",
            b"<a>",
            data[start : start + 12],
            data[start:end][:400],
        )
    )
    at = _place(data, chance)
    return data[:at] + piece * (_LONG // max(1, len(piece))) + data[at:]


DAMAGES: Mapping[str, Damage] = {
    "bytes flipped": flipped,
    "truncated": cut,
    "a piece missing": without_piece,
    "a piece doubled": doubled,
    "pieces swapped": swapped,
    "a sign put in": with_token,
    "brackets or quotes missing": without_brackets,
    "another bracket or quote": other_bracket,
    "line ends mixed": other_line_ends,
    "encodings mixed": mixed_encoding,
}
"""What may happen to a document, or to one record of it, each as often as the others."""

OF_THE_WHOLE: Mapping[str, Damage] = {"another encoding": other_encoding}
RARE: Mapping[str, Damage] = {"a piece very often": long_piece}
"""What takes long to read, and is tried less often."""
