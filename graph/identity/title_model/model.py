"""The groups of all records by the measures for a corpus of many fields (`title_grouping`), not of one (`grouping`)."""

from collections.abc import Iterator

from graph.identity.evidence_model.clustering import RAREST_HOMONYM, Grouping
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.title_model.background import Background, TitledPaper
from graph.identity.title_model.clustering import title_grouping
from graph.identity.title_model.weights import TitleWeights


def groupings_by_titles(corpus: Corpus) -> Iterator[Grouping]:
    """How the papers of every record fall into groups, for the records that have several."""
    background, weights = _background(corpus), TitleWeights.shipped()
    for record, slots in enumerate(corpus.slots_of):
        if len(slots) < 2 or corpus.namesakes(record) < RAREST_HOMONYM:
            continue
        papers = [corpus.paper_of[slot] for slot in slots]
        words = [corpus.words_of.get(slot, ()) for slot in slots]
        found = title_grouping(background, weights, corpus.records[record].name, papers, words)
        if len(found.groups) > 1:
            groups = tuple(tuple(slots[place] for place in group) for group in found.groups)
            kept = [corpus.kept.issuperset(group) for group in groups]
            apart = [0.0 if is_kept else probability for is_kept, probability in zip(kept, found.apart, strict=True)]
            yield Grouping(record, groups, (0.0, *apart[1:]))


def _background(corpus: Corpus) -> Background:
    authors: list[list[str]] = [[] for _ in corpus.papers]
    for slot, paper in enumerate(corpus.paper_of):
        authors[paper].append(corpus.records[corpus.record_of[slot]].name)
    return Background(
        TitledPaper(title, year or None, venue, names)
        for (title, venue), year, names in zip(corpus.titles, corpus.year_of, authors, strict=True)
    )
