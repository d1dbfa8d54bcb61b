"""What a loader yields: one frozen record type for works, and the few parts that it is made of.

Every loader turns its format into the same stream::

    Header            once, first: what the document is and what it declares about itself
    Record            one per work that the document describes
    Person            one per person that it describes by a record of their own, likewise
    VenueRecord, InstitutionRecord, TopicRecord
    Rejection         in place of a record that could not be read
    Remark            something a reader of the load report should know; nothing is lost by it

Records keep what the document *says*. Deciding which records are one work or one person is not a loader's business.

All of them are frozen and hold texts, numbers and one another, never in a circle, so the garbage collector need not look at them
(`gc=False`): there are millions.
"""

from collections.abc import Iterator
from typing import Literal, Self, TypeAlias

import msgspec


class Identifier(msgspec.Struct, frozen=True, order=True, gc=False):
    """An identifier in a named scheme, in the scheme's usual spelling: `Identifier("arxiv", "2101.08692")`.

    Schemes in use for works: doi (lower case), arxiv (no version), acl, dblp, openalex, s2, corpusid (Semantic Scholar's number),
    mag, pmid, pmcid, wos, scopus, lens, dimensions ("pub.1150000001"), aminer, isbn,
    ads (the bibcode), inspire (the number of the record), hal ("hal-01234567"), openaire, omid ("br/0601"), wikidata ("Q42").
    For people also inspire, inspire_bai ("A.Ruiz.1"), hal (the idHAL), wikidata, and: orcid (bare, with hyphens),
    openalex, dblp, s2, acl, arxiv, scopus, wos, mag, aminer, dimensions ("ur.0123.45"). For venues: issn, openalex. For
    institutions: ror, grid, isni, wikidata, openalex, ringgold, fundref (Crossref's registry of funders), scopus, hal, inspire,
    mag, aminer, ads, lei.
    """

    scheme: str
    value: str

    @property
    def curie(self) -> str:
        """The identifier as one word, "arxiv:2101.08692": how the graph, exports and decisions write it."""
        return f"{self.scheme}:{self.value}"

    @classmethod
    def of_curie(cls, text: str) -> Self:
        """The identifier that a word of that form is; everything after the first colon is its value."""
        scheme, _, value = text.partition(":")
        return cls(scheme, value)


class Affiliation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """An institution as a document prints it beside an author. `ids` are those of other schemes than ROR. `country` and `city`
    are set only where the document gives them in fields of their own; the country in its words, a code ("JP") or a name."""

    name: str
    ror: str | None = None
    ids: tuple[Identifier, ...] = ()
    country: str | None = None
    city: str | None = None


class Authorship(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """One name in a work's author list.

    `name` is the printed form, a homonym number ("Zheng Xu 0002") included. `position` counts from 1 and is None where the
    document says that somebody wrote the work but not at which place. `family` and `given` are set only where the source
    itself divides the name. Organisations are kept, marked, and are not people. Of the kind "undivided" is what stands in an
    author list and cannot be told apart, or is nobody's name: `name` is what is printed. `shared_ids` are identifiers that the
    source gives to several names in one piece, this one among them, so that it cannot be told whose they are. `other_names` are
    names that the source gives the person beside the printed one: that of their record, or the same in another script.
    """

    name: str
    position: int | None = None
    family: str | None = None
    given: str | None = None
    ids: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    kind: Literal["person", "organisation", "undivided"] = "person"
    role: Literal["author", "editor"] = "author"
    shared_ids: tuple[Identifier, ...] = ()
    other_names: tuple[str, ...] = ()


class Publication(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """One appearance of a work: where, as what, and when. `ids` are those of the venue (issn, openalex); `series` are the ISSN of
    the series that a conference or a book appears in, with hundreds of others, so that they name no venue."""

    venue: str
    kind: Literal["conference", "journal", "preprint", "workshop", "book", "thesis", "report", "dataset", "other"] = "other"
    year: int | None = None
    ids: tuple[Identifier, ...] = ()
    series: tuple[Identifier, ...] = ()


class Subject(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A topic that the document gives: `code` in `scheme` ("arxiv", "cs.LG"), its label, and the topic above it if any."""

    scheme: str
    code: str
    label: str | None = None
    score: float | None = None
    broader: "Subject | None" = None

    @property
    def curie(self) -> str:
        """The topic as one word, "arxiv:cs.LG"."""
        return Identifier(self.scheme, self.code).curie


class Record(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """What one document says about one work.

    `where` names the place in the document for messages ("line 31", "record 4"). `kind` is the source's own word for the
    kind of work ("Conference Paper", "preprint"). `date` is ISO (2023-11-08, 2023-11 or 2023). `authors_complete` is False
    where the list is truncated ("et al.") or where the document does not give the list. `comment` is the author's comment.

    `volume`, `issue`, `pages` (as printed) and `article_number` say where in its journal or proceedings the work stands.
    `publisher` and `place` (of publication) are as printed, those of the volume where the document gives them of that;
    `languages` are ISO 639 codes where the words are known ("en"); `url` is where the work is to be found, by http or https,
    where neither a DOI nor an arXiv identifier says so.
    `retracted` is True where the document marks the work as retracted or withdrawn; `corrects` are identifiers of the works to
    which this one is an erratum, a correction or a notice of retraction. `cited_by` is how many works
    cite this one, as the document counts them. `unread_year` is what stands where the year should and is none ("in press"),
    `unread_cited_by` what stands where that count should and is none ("many").
    """

    where: str
    title: str | None = None
    abstract: str | None = None
    kind: str | None = None
    year: int | None = None
    date: str | None = None
    ids: tuple[Identifier, ...] = ()
    authors: tuple[Authorship, ...] = ()
    authors_complete: bool = True
    publications: tuple[Publication, ...] = ()
    subjects: tuple[Subject, ...] = ()
    comment: str | None = None
    cites: tuple[Identifier, ...] = ()
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    article_number: str | None = None
    publisher: str | None = None
    place: str | None = None
    languages: tuple[str, ...] = ()
    url: str | None = None
    retracted: bool = False
    corrects: tuple[Identifier, ...] = ()
    cited_by: int | None = None
    unread_year: str | None = None
    unread_cited_by: str | None = None


class Person(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A person whom a document describes: the owner of a whole page (then `where` is empty), or one record among many.

    `replaces` are ids that now point to this person's (merged records, redirects). Where somebody curates a list of people by
    hand, `curated_names` are the printed names that are held to be this person's and no other's, `shared_names` those that are
    known to be borne by several people, and `distinct_from` ids of others of a similar name.
    """

    name: str
    where: str = ""
    ids: tuple[Identifier, ...] = ()
    name_forms: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    replaces: tuple[Identifier, ...] = ()
    curated_names: tuple[str, ...] = ()
    shared_names: tuple[str, ...] = ()
    distinct_from: tuple[Identifier, ...] = ()


class VenueRecord(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A venue that a document describes by a record of its own. `aliases` are other names of it."""

    where: str
    name: str
    kind: str = "other"
    ids: tuple[Identifier, ...] = ()
    aliases: tuple[str, ...] = ()


class InstitutionRecord(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """An institution that a document describes by a record of its own. `country` and `city` are those of an affiliation."""

    where: str
    name: str
    ror: str | None = None
    ids: tuple[Identifier, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None


class TopicRecord(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A topic that a document describes by a record of its own, with the topics above it."""

    where: str
    subject: Subject


class Declared(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A count that the document states of itself, as "12 papers".

    `counts_records` is True where it is the number of records that the document lists, so that it can be checked against
    what was parsed; False where nothing on the page bears it out ("4 close collaborators").
    """

    name: str
    count: int
    counts_records: bool = False


class Header(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """What a document is: its format, the site it comes from, whom it is about, what it declares.

    `facts` are further statements of the page about itself or its owner, by name: trust, trust_level, verification_level,
    claim_state, affiliation_state, followers, ...
    """

    format: str
    source: str
    about: Person | None = None
    declared: tuple[Declared, ...] = ()
    facts: tuple[tuple[str, str | int | bool], ...] = ()


class Rejection(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A record that could not be read: where it stands, why, and what to do. `truncated` where the document ends within it, so
    that what follows is missing."""

    where: str
    reason: str
    truncated: bool = False


class Remark(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something worth telling the reader of the load report, such as a declared count that the page does not bear out.
    `truncated` as in a rejection."""

    where: str
    reason: str
    truncated: bool = False


Entity: TypeAlias = Person | VenueRecord | InstitutionRecord | TopicRecord
Item: TypeAlias = Header | Record | Entity | Rejection | Remark
Items: TypeAlias = Iterator[Item]
