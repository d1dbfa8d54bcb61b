"""A program that finds phrases by the method of another library: `PYTHON peer_program.py METHOD MOST < texts > phrases`.

It runs by the interpreter of an environment that has that library (`peers.txt`), and knows nothing of this project. Reads one
JSON string a line, a text, and writes for each a JSON list of its at most MOST best phrases, the best first; as the last line the
processor's seconds that the method took for all of them.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Method = Callable[[str], list[str]]


def main() -> None:
    """Read, find, write."""
    name, most = sys.argv[1], int(sys.argv[2])
    method, seconds = {"RAKE": _rake, "YAKE": _yake}[name](most), 0.0
    for line in sys.stdin:
        text = json.loads(line)
        started = time.process_time()
        found = method(text)
        seconds += time.process_time() - started
        print(json.dumps(found))
    print(json.dumps(seconds))


def _rake(most: int) -> Method:
    library: Any = importlib.import_module("RAKE")
    extractor = library.Rake(library.SmartStopList())
    return lambda text: [phrase for phrase, _ in extractor.run(text)[:most]]


def _yake(most: int) -> Method:
    library: Any = importlib.import_module("yake")
    extractor = library.KeywordExtractor(lan="en", n=3, top=most)
    return lambda text: [phrase for phrase, _ in extractor.extract_keywords(text)]


if __name__ == "__main__":
    main()
