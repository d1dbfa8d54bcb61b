"""Letters of UTF-8 that some program read as Windows-1252 or Latin-1 before it wrote the document: "JosÃ©" is José."""

import re

import ftfy

_MISREAD = re.compile("[ÂÃÄÅÎÏÐÑâã][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")

TOLD = 'letters of UTF-8 had been read as Windows-1252 by whatever wrote this ("JosÃ©"); they were put right'
"""What the reader of the load report is told."""


def put_right(text: str) -> str:
    """`text` with such letters as they were meant, line by line; any other text as it is."""
    if text.isascii() or not _MISREAD.search(text):
        return text
    return "\n".join(ftfy.fix_encoding(line) if _MISREAD.search(line) else line for line in text.split("\n"))
