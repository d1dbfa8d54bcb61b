"""What the graph's relationships carry, as neomodel classes. `graph.schema.nodes` has the nodes that they join."""

from neomodel import ArrayProperty, BooleanProperty, FloatProperty, IntegerProperty, StringProperty, StructuredRel


class Wrote(StructuredRel):
    """An authorship: one slot of a paper's author list. `position` is None where no document tells it.

    Of a slot that a decision moved, `moved_from` is whose it is by the documents and `decision` the uid of the decision; `kept`
    are those of which somebody said that they are rightly this record's. `part` is the number of the group, perhaps another
    person's, that it falls into among the record's authorships; None in the main one.
    """

    position = IntegerProperty()
    name = StringProperty()
    names = ArrayProperty(StringProperty())
    ids = ArrayProperty(StringProperty())
    affiliation = StringProperty()
    words = ArrayProperty(StringProperty())
    institutions = ArrayProperty(StringProperty())
    kind = StringProperty()
    moved_from = StringProperty()
    decision = StringProperty()
    kept = BooleanProperty()
    part = IntegerProperty(index=True)


class WrittenAt(StructuredRel):
    """An author names an institution on a paper: `author` is the uid of the author record, `position` its place in the list,
    `name` the institution as the address spells it, `country` a code of ISO 3166, and `address` the affiliation as printed."""

    author = StringProperty()
    position = IntegerProperty()
    name = StringProperty()
    unit = StringProperty()
    city = StringProperty()
    region = StringProperty()
    country = StringProperty()
    address = StringProperty()
    ids = ArrayProperty(StringProperty())


class AffiliatedWith(StructuredRel):
    """An author record and an institution: on how many of its papers it names it, of which years, and as JSON the affiliations
    in records about the person that lead to it."""

    papers = IntegerProperty()
    first_year = IntegerProperty()
    last_year = IntegerProperty()
    years = ArrayProperty(IntegerProperty())
    said = ArrayProperty(StringProperty())


class Edited(StructuredRel):
    """Somebody edited a paper, or the volume that it stands in. It is not an authorship, and makes nobody a collaborator."""

    position = IntegerProperty()
    name = StringProperty()
    names = ArrayProperty(StringProperty())
    ids = ArrayProperty(StringProperty())
    kind = StringProperty()


class PublishedIn(StructuredRel):
    """One appearance of a paper. Volume, issue, pages and article number are those that most documents give; of preprints there
    are none. `date` is the day or month of it, where a document tells more than the year; `series` holds the ISSN of
    the series that a conference or a book appears in, which is no identifier of the venue."""

    year = IntegerProperty()
    kind = StringProperty()
    name = StringProperty()
    ids = ArrayProperty(StringProperty())
    volume = StringProperty()
    issue = StringProperty()
    pages = StringProperty()
    article_number = StringProperty()
    date = StringProperty()
    series = ArrayProperty(StringProperty())


class Corrects(StructuredRel):
    """A paper is a notice about another one. `kind` is retraction, erratum, corrigendum, correction, addendum or expression of
    concern; `by` tells how that is known: "identifier" or "title"."""

    kind = StringProperty()
    by = StringProperty()


class About(StructuredRel):
    """A paper's topic: `origin` is "given" (by a document) or "derived" (from the texts of the graph; `score` is how much of the
    paper is about it)."""

    origin = StringProperty()
    score = FloatProperty()
    label = StringProperty()


class Mentions(StructuredRel):
    """A phrase is among the few that say best what a paper's text is about: how it is spelt there, and how well it says it."""

    label = StringProperty()
    score = FloatProperty()


class Broader(StructuredRel):
    """A topic stands below another one. `label` is how those who say so spell the upper one, the first in alphabetical order;
    `vocabulary` which one says so, where it is no document."""

    label = StringProperty()
    vocabulary = StringProperty()


class Describes(StructuredRel):
    """What one document says about one paper, or (record -1) about the person whom the whole document is about.

    The keys and identifiers are those that the document gives; papers are looked up by them when documents are loaded. Of a
    person in a curated list it holds their names (`curates`, `shares`) and who they are not (`distinct_from`), of a venue or
    a topic its spelling.
    """

    record = IntegerProperty()
    part = IntegerProperty()
    where = StringProperty()
    said = StringProperty()
    hash = StringProperty()
    title_key = StringProperty(index=True)
    claim = StringProperty(index=True)
    cites = ArrayProperty(StringProperty())
    corrects = StringProperty(index=True)
    curates = ArrayProperty(StringProperty())
    shares = ArrayProperty(StringProperty())
    distinct_from = ArrayProperty(StringProperty())
    name = StringProperty()
    kind = StringProperty()
    ids = ArrayProperty(StringProperty())
    aliases = ArrayProperty(StringProperty())
    label = StringProperty()
    cited_by = IntegerProperty()
    sketch = StringProperty()
    untitled_sketch = StringProperty()
    doi = StringProperty(index=True)
    arxiv_id = StringProperty(index=True)
    acl_id = StringProperty(index=True)
    dblp_id = StringProperty(index=True)
    openalex_id = StringProperty(index=True)
    s2_id = StringProperty(index=True)
    s2_corpus_id = StringProperty(index=True)
    pmid = StringProperty(index=True)
    pmcid = StringProperty(index=True)
    wos_id = StringProperty(index=True)
    scopus_id = StringProperty(index=True)
    mag_id = StringProperty(index=True)
    lens_id = StringProperty(index=True)
    dimensions_id = StringProperty(index=True)
    aminer_id = StringProperty(index=True)
    ads_bibcode = StringProperty(index=True)
    inspire_id = StringProperty(index=True)
    hal_id = StringProperty(index=True)
    openaire_id = StringProperty(index=True)
    omid = StringProperty(index=True)
    wikidata_id = StringProperty(index=True)
    isbn = StringProperty(index=True)


class Similar(StructuredRel):
    """A derived likeness of two names or two papers, stored once; it has no direction."""

    score = FloatProperty()
    kind = StringProperty()
    reasons = ArrayProperty(StringProperty())


class Judgement(StructuredRel):
    """Two author records judged one person or two: by whom, when, why. It has no direction; `by` is "rule" for automatic ones,
    else `decision` is the uid of the decision in the log."""

    by = StringProperty()
    at = StringProperty()
    reason = StringProperty()
    evidence = ArrayProperty(StringProperty())
    decision = StringProperty()
