"""Author lists in Chinese, Japanese and Korean letters, which have separators of their own."""

import re

from loaders.fields.name_words import CHINESE_FAMILY_NAMES, KOREAN_FAMILY_NAMES

_LETTER = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_EAST_ASIAN = re.compile(f"[{_LETTER}]")
_ONE_NAME = re.compile(f"[{_LETTER}]{{2,4}}")
_SPACED_NAME = re.compile(f"[{_LETTER}]{{1,4}} [{_LETTER}]{{1,4}}")
"""Family and given name with a space between: "山田 太郎"."""
_ROLE_BEHIND = re.compile(r"\s*(?:主编|编著|编|著|編|作者)$")
_PLAIN = {"；": ";", "｜": "|", "／": " / ", "＆": "&", "،": ",", "؛": ";"}


def has_east_asian_letters(text: str) -> bool:
    """Whether a list has letters of these scripts, or their separators."""
    return bool(_EAST_ASIAN.search(text)) or any(mark in text for mark in "；，、｜،؛")


def divided_script(text: str) -> str:
    """The list with semicolons and commas where it has the separators of these scripts ("张伟、李娜", "张伟，李娜；")."""
    for mark, meant in _PLAIN.items():
        text = text.replace(mark, meant)
    text = _ROLE_BEHIND.sub("", text)
    if ";" in text:
        return text.replace("、", ";").replace("，", ", ")
    if not _EAST_ASIAN.search(text):
        return text.replace("、", ";").replace("，", ", ")
    text = text.replace("、", ";").replace("，", ";")
    for mark, fewest in (("·", 2), ("・", 2), (",", 2), (" ", 3)):
        parts = [part.strip() for part in text.split(mark) if part.strip()]
        if ";" not in text and len(parts) >= fewest and all(map(_is_one_name, parts)):
            return ";".join(parts)
    for mark in ("・", "·", ","):
        parts = [part.strip() for part in text.split(mark)]
        if ";" not in text and len(parts) > 1 and all(map(_SPACED_NAME.fullmatch, parts)):
            return ";".join(parts)
    parts = [part.strip() for part in text.split(",")]
    whole = all(len(part) > 2 for part in parts) or len(parts) > 2
    if ";" not in text and len(parts) > 1 and whole and all(_EAST_ASIAN.match(part) and " " not in part for part in parts):
        return ";".join(parts)
    return text


def _is_one_name(text: str) -> bool:
    return bool(_ONE_NAME.fullmatch(text)) and (text[0] in CHINESE_FAMILY_NAMES or text[0] in KOREAN_FAMILY_NAMES)
