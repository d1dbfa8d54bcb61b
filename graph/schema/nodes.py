"""The graph's nodes as neomodel classes.

After `scholargraph.open(…)` or `.connect(…)` the classes work on that graph::

    from scholargraph.schema import Author
    author = Author.nodes.get(name="Soham De")
    for paper in author.wrote:
        print(author.wrote.relationship(paper).position, paper.title)

neomodel keeps one connection for the whole process, so in every thread the classes speak to the graph that was opened last; once
that is closed, to the one opened before it.
"""

from typing import Any, NamedTuple

import neo4j
from neomodel import (
    ArrayProperty,
    BooleanProperty,
    FloatProperty,
    IntegerProperty,
    Relationship,
    RelationshipFrom,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    StructuredRel,
)
from neomodel.contrib.sync_.semi_structured import SemiStructuredNode
from neomodel.util import RelationshipDirection

from graph.schema.neomodel_binding import follow
from graph.schema.relationships import (
    About,
    AffiliatedWith,
    Broader,
    Corrects,
    Describes,
    Edited,
    Judgement,
    Mentions,
    PublishedIn,
    Similar,
    WrittenAt,
    Wrote,
)

_HERE = f"{__name__}."
"""Before the names of related classes: without it neomodel takes what a user's script calls so, where it meets that first."""


class Author(StructuredNode):
    """One author record: a name, or an id, as sources give it. `person` is the uid of the record that stands for the person.
    `grouped_from` and `grouped_below` are the priors for which its papers are grouped as they are (`regrouping`), `grouped_names`
    and `grouped_among_…` the counts of names for which they are (`name_counts`).
    """

    uid = StringProperty(unique_index=True, required=True)
    name = StringProperty()
    name_key = StringProperty(index=True)
    family = StringProperty()
    given = StringProperty()
    family_key = StringProperty(index=True)
    given_key = StringProperty(index=True)
    number = StringProperty()
    kind = StringProperty()
    doubtful_name = StringProperty()
    orcid = StringProperty(index=True)
    ids = ArrayProperty(StringProperty())
    replaces = ArrayProperty(StringProperty())
    name_forms = ArrayProperty(StringProperty())
    person = StringProperty(index=True)
    pending = BooleanProperty(index=True)
    blocks = ArrayProperty(StringProperty())
    grouped_from = FloatProperty()
    grouped_below = FloatProperty()
    grouped_names = ArrayProperty(IntegerProperty())
    grouped_among_from = IntegerProperty(index=True)
    grouped_among_to = IntegerProperty(index=True)

    wrote = RelationshipTo(_HERE + "Paper", "WROTE", model=Wrote)
    edited = RelationshipTo(_HERE + "Paper", "EDITED", model=Edited)
    institutions = RelationshipTo(_HERE + "Institution", "AFFILIATED_WITH", model=AffiliatedWith)
    documents = RelationshipFrom(_HERE + "Document", "DESCRIBES", model=Describes)
    similar_names = Relationship(_HERE + "Author", "SIMILAR_NAME", model=Similar)
    same_as = Relationship(_HERE + "Author", "SAME_AS", model=Judgement)
    different_from = Relationship(_HERE + "Author", "DIFFERENT_FROM", model=Judgement)


class Paper(StructuredNode):
    """One work, however many documents describe it. `caption` is its title, else the beginning of its abstract. `retracted` is
    True where a document or a notice of retraction says so, else nothing. `place` is that of its publisher, `languages` are
    codes of ISO 639 where they are known, `url` is where it is to be found."""

    uid = StringProperty(unique_index=True, required=True)
    title = StringProperty()
    title_key = StringProperty(index=True)
    caption = StringProperty()
    year = IntegerProperty(index=True)
    date = StringProperty()
    abstract = StringProperty()
    kind = StringProperty()
    comment = StringProperty()
    publisher = StringProperty()
    place = StringProperty()
    languages = ArrayProperty(StringProperty())
    url = StringProperty()
    retracted = BooleanProperty()
    authors_complete = BooleanProperty()
    ids = ArrayProperty(StringProperty())
    doi = StringProperty(index=True)
    arxiv_id = StringProperty(index=True)
    acl_id = StringProperty()
    dblp_id = StringProperty()
    openalex_id = StringProperty()
    s2_id = StringProperty()
    s2_corpus_id = StringProperty()
    pmid = StringProperty()
    pmcid = StringProperty()
    wos_id = StringProperty()
    scopus_id = StringProperty()
    mag_id = StringProperty()
    lens_id = StringProperty()
    dimensions_id = StringProperty()
    aminer_id = StringProperty()
    ads_bibcode = StringProperty()
    inspire_id = StringProperty()
    hal_id = StringProperty()
    openaire_id = StringProperty()
    omid = StringProperty()
    wikidata_id = StringProperty()
    isbn = StringProperty()
    terms = ArrayProperty(StringProperty())
    term_scores = ArrayProperty(FloatProperty())
    abbreviations = ArrayProperty(StringProperty())
    topics_due = IntegerProperty(index=True)

    authors = RelationshipFrom(_HERE + "Author", "WROTE", model=Wrote)
    editors = RelationshipFrom(_HERE + "Author", "EDITED", model=Edited)
    venues = RelationshipTo(_HERE + "Venue", "PUBLISHED_IN", model=PublishedIn)
    institutions = RelationshipTo(_HERE + "Institution", "WRITTEN_AT", model=WrittenAt)
    topics = RelationshipTo(_HERE + "Topic", "ABOUT", model=About)
    phrases = RelationshipTo(_HERE + "Phrase", "MENTIONS", model=Mentions)
    cites = RelationshipTo(_HERE + "Paper", "CITES")
    cited_by = RelationshipFrom(_HERE + "Paper", "CITES")
    corrects = RelationshipTo(_HERE + "Paper", "CORRECTS", model=Corrects)
    corrected_by = RelationshipFrom(_HERE + "Paper", "CORRECTS", model=Corrects)
    documents = RelationshipFrom(_HERE + "Document", "DESCRIBES", model=Describes)
    similar_papers = Relationship(_HERE + "Paper", "SIMILAR_PAPER", model=Similar)


class Topic(StructuredNode):
    """A subject in a named scheme: "arxiv", "openalex", "keyword", …, or "phrase" where it was found in the texts of the graph,
    with its other spellings there, and the `ids` of the terms of vocabularies that it is called like ("cso:…", "openalex:…"), for
    which it stands in those of its `schemes`; or such a term above it. A keyword that is found in texts too is one topic, with
    "phrase" among its `schemes`. `uses` is how many papers documents give a topic, in steps; `topics_due` marks a keyword that
    was touched, until topics are found."""

    uid = StringProperty(unique_index=True, required=True)
    label = StringProperty(index=True)
    scheme = StringProperty()
    code = StringProperty()
    spellings = ArrayProperty(StringProperty())
    ids = ArrayProperty(StringProperty())
    schemes = ArrayProperty(StringProperty())
    uses = IntegerProperty()
    topics_due = IntegerProperty(index=True)

    papers = RelationshipFrom(_HERE + "Paper", "ABOUT", model=About)
    broader = RelationshipTo(_HERE + "Topic", "BROADER", model=Broader)
    narrower = RelationshipFrom(_HERE + "Topic", "BROADER", model=Broader)
    phrases = RelationshipFrom(_HERE + "Phrase", "SPELLS")


class Phrase(StructuredNode):
    """One of the few phrases that say best what a paper's text is about, in whatever spelling. Those that enough papers share
    spell a topic: themselves, or what they abbreviate. `uses` is how many papers mention it, in steps; `topics_due` marks one of
    which that is to be found anew."""

    uid = StringProperty(unique_index=True, required=True)
    label = StringProperty()
    code = StringProperty()
    uses = IntegerProperty()
    topics_due = IntegerProperty(index=True)

    papers = RelationshipFrom(_HERE + "Paper", "MENTIONS", model=Mentions)
    topics = RelationshipTo(_HERE + "Topic", "SPELLS")


class Venue(StructuredNode):
    """A journal, conference, workshop or preprint server. `uses` is how many papers it has, in steps (see `Topic`)."""

    uid = StringProperty(unique_index=True, required=True)
    name = StringProperty(index=True)
    kind = StringProperty()
    ids = ArrayProperty(StringProperty())
    aliases = ArrayProperty(StringProperty())
    uses = IntegerProperty()

    papers = RelationshipFrom(_HERE + "Paper", "PUBLISHED_IN", model=PublishedIn)


class Institution(StructuredNode):
    """Where authors work, as sources name it: by an id, or by a name and a country. `organisation` is the uid of the record that
    stands for the organisation (its own when alone), `said_country` what is said of the record, and `country` that or, where
    nothing is, its organisation's; `mentions` is how often it is named. `name` is that of the record, of the one that stands for
    an organisation that of the organisation; `said_name` is what such a record is called by itself, where that is another name.
    `spellings` are the commonest ones, `spelt` how often each is used, `described` how many records of its own call it as it is
    called by itself. `keys` are what records that may be one are found by; `due` marks one that is to be worked out anew."""

    uid = StringProperty(unique_index=True, required=True)
    name = StringProperty()
    said_name = StringProperty()
    spellings = ArrayProperty(StringProperty())
    spelt = ArrayProperty(IntegerProperty())
    described = IntegerProperty()
    aliases = ArrayProperty(StringProperty())
    ror = StringProperty()
    ids = ArrayProperty(StringProperty())
    country = StringProperty(index=True)
    said_country = StringProperty()
    mentions = IntegerProperty()
    organisation = StringProperty(index=True)
    keys = ArrayProperty(StringProperty())
    due = IntegerProperty(index=True)

    authors = RelationshipFrom(_HERE + "Author", "AFFILIATED_WITH", model=AffiliatedWith)
    papers = RelationshipFrom(_HERE + "Paper", "WRITTEN_AT", model=WrittenAt)
    documents = RelationshipFrom(_HERE + "Document", "DESCRIBES", model=Describes)


class Document(SemiStructuredNode):
    """One loaded source document. What it declares of itself (`declared_papers`, `trust`, …) is kept as further properties.
    `exported` is the day of its export, where it says that.

    Each is an attribute, but for one that has the name of something else here (`save`, `papers`): `others` holds those.
    """

    uid = StringProperty(unique_index=True, required=True)
    source = StringProperty()
    format = StringProperty()
    location = StringProperty(index=True)
    sha256 = StringProperty(index=True)
    loaded_at = StringProperty()
    exported = StringProperty()
    complete = BooleanProperty()
    confirmed = BooleanProperty()
    truncated = BooleanProperty()
    about = StringProperty()
    read = IntegerProperty()
    rejected = IntegerProperty()
    read_by = StringProperty()

    papers = RelationshipTo(_HERE + "Paper", "DESCRIBES", model=Describes)
    authors = RelationshipTo(_HERE + "Author", "DESCRIBES", model=Describes)
    venues = RelationshipTo(_HERE + "Venue", "DESCRIBES", model=Describes)
    institutions = RelationshipTo(_HERE + "Institution", "DESCRIBES", model=Describes)
    topics = RelationshipTo(_HERE + "Topic", "DESCRIBES", model=Describes)

    @property
    def others(self) -> dict[str, object]:
        """The properties that cannot be attributes, by name. Saving leaves them as they are."""
        return dict(getattr(self, "_others", {}))

    @classmethod
    def inflate(cls, node: Any) -> Any:
        """The object of a node. neomodel's own refuses a node with a property that is named like an attribute of the class."""
        found = super(SemiStructuredNode, cls).inflate(node)
        if isinstance(node, neo4j.graph.Node):
            further = node.keys() - cls.defined_properties(aliases=False, rels=False).keys()
            found._others = {key: node[key] for key in further if hasattr(cls, key)}
            for key in further - found._others.keys():
                setattr(found, key, node[key])
        return found


class Decision(StructuredNode):
    """One line of the log of decisions, never changed (see `graph.decision_log.decision`). `slots` and `evidence` are JSON."""

    uid = StringProperty(unique_index=True, required=True)
    number = IntegerProperty()
    action = StringProperty()
    by = StringProperty()
    at = StringProperty()
    records = ArrayProperty(StringProperty())
    names = ArrayProperty(StringProperty())
    papers = ArrayProperty(StringProperty())
    slots = ArrayProperty(StringProperty())
    undoes = StringProperty(index=True)
    reason = StringProperty()
    probability = FloatProperty()
    evidence = ArrayProperty(StringProperty())


class GraphState(StructuredNode):
    """The graph's own card, one node: when it last changed, and what was begun on it and not finished (a copy, a restore). Loads
    take turns by holding it."""

    uid = StringProperty(unique_index=True, required=True)
    changed_at = StringProperty()
    form = IntegerProperty()
    unfinished = StringProperty()
    turn = IntegerProperty()
    name_rules = IntegerProperty()
    crowded_blocks = ArrayProperty(StringProperty())
    blocks_ahead = BooleanProperty()
    grouping_rules = StringProperty()
    ungrouped = BooleanProperty()
    topic_rules = IntegerProperty()
    topic_least = IntegerProperty()
    topics_begun = StringProperty()
    topics_gone = IntegerProperty()
    institutions_gone = ArrayProperty(StringProperty())
    families_left = ArrayProperty(StringProperty())
    given_left = ArrayProperty(StringProperty())
    weights = StringProperty()
    weights_learned = StringProperty()


NODES: tuple[type[StructuredNode], ...] = (Author, Paper, Topic, Phrase, Venue, Institution, Document, Decision, GraphState)


def declared_indexes() -> set[tuple[str, str, bool]]:
    """The indexes on one property that the classes declare: label or type, property, and whether no two may share a value."""
    found = {
        (node.__label__, name, prop.unique_index)
        for node in NODES
        for name, prop in node.defined_properties(rels=False, aliases=False).items()
        if prop.unique_index or prop.index
    }
    for kind, model in _relationships().items():
        properties = model.defined_properties(rels=False, aliases=False) if model else {}
        found |= {(kind, name, False) for name, prop in properties.items() if prop.index}
    return found


def relationship_types() -> tuple[str, ...]:
    """The types of the model's relationships, in order."""
    return tuple(sorted(_relationships()))


class Pattern(NamedTuple):
    """Which labels a relationship joins, of what type it is, and the class of its properties, None where it has none."""

    start: str
    kind: str
    end: str
    model: type[StructuredRel] | None
    is_directed: bool


def patterns() -> tuple[Pattern, ...]:
    """Every pattern of the model, from whichever of its ends the classes declare it, in the order of `NODES`."""
    found: dict[tuple[str, str, str], Pattern] = {}
    for node in NODES:
        for relationship in node.defined_properties(properties=False, aliases=False).values():
            relationship.lookup_node_class()
            said = relationship.definition
            ends = node.__label__, said["node_class"].__label__
            start, end = reversed(ends) if said["direction"] is RelationshipDirection.INCOMING else ends
            is_directed = said["direction"] is not RelationshipDirection.EITHER
            pattern = Pattern(start, said["relation_type"], end, said["model"], is_directed)
            found.setdefault((start, pattern.kind, end), pattern)
    return tuple(found.values())


def _relationships() -> dict[str, type[StructuredRel] | None]:
    """The model's relationships: by type, the class of their properties, None where they have none."""
    return {pattern.kind: pattern.model for pattern in patterns()}


follow()
