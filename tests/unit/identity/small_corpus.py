"""Small corpora written as short lines, for tests of identity evidence."""

from collections.abc import Iterable

from graph.identity.evidence_model.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.evidence_model.weights import Weights
from graph.names.forms import name_key
from graph.names.frequency import family_key, given_key

Paper = tuple[str, int | None, list[str], dict[str, list[str]]]
"""uid, year, names of the authors, and further facts: topics, venues, words (of the first author), kept (record names)."""


def corpus_of(papers: Iterable[Paper], others: Iterable[str] = (), orcids: dict[str, str] | None = None) -> Corpus:
    """A corpus of these papers; `others` are further names in the graph, which make names common."""
    papers = list(papers)
    corpus = Corpus()
    names = dict.fromkeys([name for _, _, authors, _ in papers for name in authors] + list(others))
    corpus.add_records(
        RecordRow(uid(name), name, name_key(name), family_key(name), given_key(name), uid(name), (orcids or {}).get(name))
        for name in names
    )
    corpus.add_papers(
        PaperRow(
            paper,
            [f"test:{paper}"],
            year,
            [
                SlotRow(uid(name), place, name, facts.get("words", ()) if place == 1 else (), name in facts.get("kept", ()))
                for place, name in enumerate(authors, 1)
            ],
            facts.get("venues", ()),
            facts.get("topics", ()),
        )
        for paper, year, authors, facts in papers
    )
    return corpus


def uid(name: str) -> str:
    """The uid of the record of a bare name."""
    return f"name:{name_key(name)}"


def plain_weights(**mixed: float) -> Weights:
    """Weights that can be added up in the head: every table says a row's number, and the columns are alike."""

    def table(rows: int) -> list[list[float]]:
        return [[float(row)] * 2 for row in range(rows)]

    shipped = Weights.shipped()
    return Weights(
        shipped.features,
        {measure: [1.0] for measure in shipped.bins},
        {
            "shared_collaborators": [[2.0, 2.0], [3.0, 3.0]],
            "linked_collaborators": [[-2.0, -2.0], [1.0, 1.0]],
            "venues": table(2),
            "topics": table(2),
            "affiliation": [[-1.0, 0.0], [1.0, 1.0]],
            "years": [[0.0, 0.0], [-0.5, -0.5]],
        },
        {
            "base": 0.0, "evidence": 1.0, "name": 1.0, "rarity": 0.0, "competing_pairs": -1.0,
            "kinds": {"middle": 0.5}, "rarity_of": {}, "competing_pairs_of": {"initial": -2.0},
        },
        {"base": 0.0, "rarity": 0.0, "evidence": 1.0, "identified": 0.0, **mixed},
        shipped.linked,
    )  # fmt: skip
