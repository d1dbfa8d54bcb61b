"""To form 2: what was a topic because one paper's text named it is a phrase of that paper. To form 4: the phrases of all papers
by the rules of now. Which phrases are topics, the whole graph decides afterwards."""

from itertools import islice

from graph.load.node_rows import Rows
from graph.queries.bound import Queries, Run
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


def renew_phrases(queries: Queries) -> None:
    """Have the phrases and terms that a load finds in the texts of papers today."""
    papers = in_pages(lambda after: _texts(queries, after), lambda paper: paper.uid, PAPERS_AT_ONCE)
    while some := list(islice(papers, PAPERS_AT_ONCE)):
        _renew(queries, some)
    while count_from(queries.write, "delete_unmentioned_phrases", most=TOPICS_AT_ONCE):
        pass


def _renew(queries: Queries, papers: list[PaperText]) -> None:
    nodes, offered, mentions = Rows(), [], []
    for paper in papers:
        found = text_topics(paper.title, paper.abstract)
        offered.append({"uid": paper.uid, **found.properties()})
        for phrase in found.phrases:
            said = {"label": phrase.label, "score": phrase.score}
            mentions.append({"paper": paper.uid, "phrase": nodes.add_phrase(phrase.key, phrase.label), "properties": said})

    def write(run: Run) -> None:
        run("clear_mentions", papers=[paper.uid for paper in papers])
        run("merge_phrases", rows=[nodes.phrases[uid] for uid in sorted(nodes.phrases)])
        run("create_mentions", rows=mentions)
        run("set_text_topics", rows=offered)

    queries.write_together(write)


def _texts(queries: Queries, after: str) -> list[PaperText]:
    return rows_as(PaperText, queries.read, "paper_texts", after=after, limit=PAPERS_AT_ONCE)
