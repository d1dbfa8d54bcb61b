"""To form 2: what was a topic because one paper's text named it is a phrase of that paper. Which phrases are topics, the whole
graph decides afterwards."""

from graph.queries.bound import Queries
from graph.queries.rows import PaperText, count_from, in_pages, rows_as
from graph.topics.phrases import text_topics

TOPICS_AT_ONCE, PAPERS_AT_ONCE = 2_000, 2_000


def keep_phrases(queries: Queries) -> None:
    """Have the phrases and what the texts of papers offer, and no topics of single papers."""
    while count_from(queries.write, "phrases_from_topics", most=TOPICS_AT_ONCE):
        pass
    rows = []
    for paper in in_pages(lambda after: _texts(queries, after), lambda paper: paper.uid, PAPERS_AT_ONCE):
        rows.append({"uid": paper.uid, **text_topics(paper.title, paper.abstract).properties()})
        if len(rows) == PAPERS_AT_ONCE:
            queries.write("set_text_topics", rows=rows)
            rows = []
    queries.write("set_text_topics", rows=rows)


def _texts(queries: Queries, after: str) -> list[PaperText]:
    return rows_as(PaperText, queries.read, "paper_texts", after=after, limit=PAPERS_AT_ONCE)
