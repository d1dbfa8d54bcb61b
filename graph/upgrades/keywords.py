"""To form 5: a keyword is coded by the keys of its words, so that all its spellings are one topic, and papers offer the phrases
of their texts by the rules of now. Which phrases of texts are the same topics, the whole graph decides afterwards."""

from graph.queries.bound import Queries
from graph.queries.rows import rows_as
from graph.topics.mentions import keyword_pages, parts
from graph.upgrades.rewriting import AT_ONCE, Node, rewrite_all_papers
from graph.word_keys import keyword_code


class _Keyword(Node, frozen=True, gc=False):
    """A keyword: its code, and how papers spell it."""

    code: str
    spellings: list[str]


def unite_spellings(queries: Queries) -> None:
    """Write every paper anew, and have one topic of all spellings of a keyword."""
    old = [
        keyword.uid
        for uids in keyword_pages(queries.read)
        for keyword in rows_as(_Keyword, queries.read, "keyword_spellings", uids=uids)
        if _is_coded_otherwise(keyword)
    ]
    rewrite_all_papers(queries)
    for some in parts(old, AT_ONCE):
        queries.write("delete_old_keywords", uids=some)


def _is_coded_otherwise(keyword: _Keyword) -> bool:
    # One that no paper gives any more was left by an upgrade that was broken off, or stands above others.
    return any(keyword_code(keyword.code, spelling) != keyword.code for spelling in keyword.spellings or [keyword.code])
