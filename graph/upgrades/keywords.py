"""To form 5: a keyword is coded by the keys of its words, so that all its spellings are one topic. Papers that give keywords of
other codes are written anew; which phrases of texts are the same topics, the whole graph decides afterwards."""

from collections.abc import Sequence

from graph.queries.bound import Queries
from graph.queries.rows import rows_as
from graph.topics.mentions import keyword_pages, parts
from graph.upgrades.rewriting import AT_ONCE, Node, rewrite
from graph.word_keys import keyword_code


class _Keyword(Node, frozen=True, gc=False):
    """A keyword: its code, and how papers spell it."""

    code: str
    spellings: list[str]


def unite_spellings(queries: Queries) -> None:
    """Have one topic of all spellings of a keyword."""
    for uids in keyword_pages(queries.read):
        keywords = rows_as(_Keyword, queries.read, "keyword_spellings", uids=uids)
        for some in parts((one.uid for one in keywords if _is_coded_otherwise(one)), AT_ONCE):
            _rewrite(queries, some)


def _is_coded_otherwise(keyword: _Keyword) -> bool:
    return any(keyword_code(keyword.code, spelling) != keyword.code for spelling in keyword.spellings)


def _rewrite(queries: Queries, keywords: Sequence[str]) -> None:
    def papers(after: str) -> list[Node]:
        return rows_as(Node, queries.read, "papers_with_keywords", keywords=keywords, after=after, limit=AT_ONCE)

    rewrite(queries, papers)
    queries.write("delete_old_keywords", uids=keywords)
