"""Text that others wrote, where its control characters would act: on terminals, in files of other programs, in commands."""

import re
import shlex

_ACTING = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, halves of characters, and what is none: XML knows none of them (https://www.w3.org/TR/xml/#charsets), and a
terminal obeys some."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What has letters behind it run the other way."""
_UNPRINTED = re.compile(f"{_ACTING.pattern}|{_TURNING.pattern}|[\t\n\r\u2028\u2029]")


def plain_text(text: str) -> str:
    """The text with a sign (U+FFFD) for each control character but tabs and ends of lines."""
    return _ACTING.sub("\ufffd", text) if _ACTING.search(text) else text


def shell_word(text: str) -> str:
    """The text as one word of a shell's command line. Control characters, and what turns the direction of what is shown, are
    escaped as bash, zsh and ksh read them."""
    if not _UNPRINTED.search(text):
        return shlex.quote(text)
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"$'{_UNPRINTED.sub(_escape, escaped)}'"


def _escape(found: re.Match[str]) -> str:
    letter = ord(found.group())
    return f"\\x{letter:02x}" if letter < 0x80 else f"\\u{letter:04x}" if letter < 0x10000 else f"\\U{letter:08x}"
