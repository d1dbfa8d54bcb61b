"""What our method and others find in the same texts, as lists of phrases, the best first."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from graph.errors import InputError
from graph.topics.phrases import text_topics
from tests.bench.topics import peers
from tests.bench.topics.peers import PEERS, Told
from tests.bench.topics.texts import Paper
from tests.bench.topics.vocabulary_lookup import terms_in

OUR_PHRASES, OUR_TERMS, LOOKUP = "our phrases", "our terms", "vocabulary look-up with CSO"
MOST = 8
"""As many phrases of a paper as we keep."""
MANY = 48
"""As many as we keep terms."""
_PROCESSES = 2
_TEXTS_AT_ONCE = 200


def peer_environment(wanted: bool) -> tuple[Path | None, Sequence[str]]:
    """The Python of the peers and the methods that can be measured beside ours; it is said why where there is none."""
    if wanted:
        try:
            return peers.environment(), (*PEERS, LOOKUP)
        except InputError as error:
            print(f"left out: {', '.join(PEERS)}, since {error}")
    return None, (LOOKUP,)


def found_by(method: str, python: Path | None, papers: Sequence[Paper], most: int) -> list[list[str]]:
    """The at most `most` phrases that another method finds in each paper. Raises InputError where a peer's program fails."""
    texts = [paper.text for paper in papers]
    if method == LOOKUP:
        with ProcessPoolExecutor(_PROCESSES) as pool:
            return [*pool.map(partial(terms_in, most=most), texts, chunksize=_TEXTS_AT_ONCE)]
    return _peer(python, method, texts, most).phrases


def seconds_a_paper(method: str, python: Path | None, papers: Sequence[Paper]) -> float:
    """The processor's seconds that a method takes for a paper, of these papers, in one process, without its start."""
    texts = [paper.text for paper in papers]
    if method in PEERS:
        return _peer(python, method, texts, MOST, processes=1).seconds / len(papers)
    if method == LOOKUP:
        terms_in("Warm up")  # reads the vocabulary
        return _seconds(lambda: [terms_in(text, MOST) for text in texts]) / len(papers)
    text_topics("Warm up", "")  # reads the word lists
    return _seconds(lambda: [text_topics(paper.title, paper.abstract) for paper in papers]) / len(papers)


def _peer(python: Path | None, method: str, texts: Sequence[str], most: int, processes: int = _PROCESSES) -> Told:
    if python is None:
        raise InputError(f"there is no environment that has {method}")
    return peers.told(python, method, texts, most, processes)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
