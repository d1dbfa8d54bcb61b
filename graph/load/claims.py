"""A claim: what one document says about one work, with the keys by which claims about the same work find each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

import msgspec

from graph.load.dois import is_copy, without_version
from graph.load.locus import Locus, locus_of
from graph.load.notices import Notice, Reading, kind_of_notice, read_title
from graph.load.text import is_everywhere, shingles, sketch, title_key
from graph.load.title_signs import Signs, title_signs
from graph.names.forms import name_key
from graph.topics.phrases import TextTopics, text_topics
from loaders.records import Authorship, Identifier, Record
from loaders.schemes import JOINING_SCHEMES, WORK_SCHEMES

PROPERTY_OF_SCHEME = {
    "doi": "doi", "arxiv": "arxiv_id", "acl": "acl_id", "pmid": "pmid", "pmcid": "pmcid", "dblp": "dblp_id",
    "openalex": "openalex_id", "s2": "s2_id", "corpusid": "s2_corpus_id",
    "wos": "wos_id", "scopus": "scopus_id", "mag": "mag_id", "lens": "lens_id", "dimensions": "dimensions_id",
    "aminer": "aminer_id", "isbn": "isbn",
    "ads": "ads_bibcode", "inspire": "inspire_id", "hal": "hal_id", "openaire": "openaire_id", "omid": "omid",
    "wikidata": "wikidata_id",
}  # fmt: skip
"""The property that holds an identifier of that scheme, on papers and on what documents say of them."""

_RANK = {scheme: rank for rank, scheme in enumerate((*WORK_SCHEMES, "title", "text"))}
"""What an anchor is made of where no identifier is given comes after every identifier."""

COPY_KINDS = frozenset({"preprint", "posted-content", "submittedversion", "acceptedversion", "working paper", "working_paper"})
"""What sources call a version that nobody published."""

_REMEMBERED_ANCHORS = 1 << 13

Prepared = tuple[str | None, str, str | None, TextTopics]
"""The join key, anchor, sketch and text topics of a claim."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Record).decode


@dataclass(frozen=True, order=True, slots=True)
class ClaimId:
    """Where a claim comes from: the document's uid and the number of the record in it, from 0."""

    document: str
    record: int

    @property
    def key(self) -> str:
        """The place as one word, by which the graph finds it."""
        return f"{self.document}#{self.record}"


@dataclass(frozen=True)
class Claim:
    """One record of one document, with its keys computed once."""

    id: ClaimId
    record: Record
    payload: str

    @classmethod
    def of(cls, document: str, number: int, record: Record) -> "Claim":
        """The claim that record `number` of a document makes."""
        return cls(ClaimId(document, number), record, _encode(record).decode())

    @classmethod
    def from_json(cls, document: str, number: int, payload: str) -> "Claim":
        """The claim as the graph keeps it."""
        return cls(ClaimId(document, number), _decode(payload.encode()), payload)

    @cached_property
    def hash(self) -> str:
        """Changes when the document's statement changes."""
        return digest(self.payload)

    @cached_property
    def authors(self) -> tuple[Authorship, ...]:
        """The authors (editors left out), in the order given."""
        return tuple(author for author in self.record.authors if author.role == "author")

    @cached_property
    def author_keys(self) -> frozenset[str]:
        """The authors' names as keys, to be looked up."""
        return frozenset(name_key(author.name) for author in self.authors)

    @cached_property
    def editors(self) -> tuple[Authorship, ...]:
        """The editors of the work, or of the volume that it stands in, in the order given."""
        return tuple(author for author in self.record.authors if author.role == "editor")

    @cached_property
    def has_list(self) -> bool:
        """Whether the document gives the whole author list."""
        return self.record.authors_complete and any(author.position for author in self.authors)

    @cached_property
    def title(self) -> str | None:
        """The title, without the mark of a retraction."""
        return self._reading.title if self._reading else None

    @cached_property
    def is_retracted(self) -> bool:
        """Whether the document marks the work as retracted or withdrawn, in its title or elsewhere. Sources that mark the notice
        as well as the work mean the work."""
        is_the_notice = self.notice is not None and self.notice.kind == "retraction"
        return (self.record.retracted and not is_the_notice) or (self._reading is not None and self._reading.retracted)

    @cached_property
    def notice(self) -> Notice | None:
        """What the work is a notice about, where it is an erratum, a correction, a retraction, an expression of concern."""
        declared = self._reading.notice if self._reading else None
        kind = kind_of_notice(self.record.kind)
        if declared or not (kind or self.record.corrects):
            return declared
        return Notice(kind or "correction")

    @cached_property
    def notice_keys(self) -> frozenset[str]:
        """By what the works that it is a notice about are found: identifiers ("doi:10.1/x"), and a title ("title:how ants
        walk")."""
        if self.notice is None:
            return frozenset()
        keys = {known.curie for known in self.record.corrects if known.scheme in JOINING_SCHEMES}
        keys |= {f"doi:{doi}" for doi in self.notice.dois}
        about = title_key(self.notice.title) if self.notice.title else ""
        return frozenset(keys | ({f"title:{about}"} if about and not is_everywhere(about) else set()))

    @cached_property
    def keys_for_notices(self) -> frozenset[str]:
        """By what notices about the work find it."""
        keys = {known.curie for known in self.joining_ids}
        return frozenset(keys | ({f"title:{self.title_key}"} if self.title_key else set()))

    @cached_property
    def title_key(self) -> str | None:
        return title_key(self.title) if self.title else None

    @cached_property
    def title_signs(self) -> Signs:
        """The signs that tell the title from others of the same words."""
        return title_signs(self.title) if self.title else ()

    @cached_property
    def join_key(self) -> str | None:
        """The title key under which works meet; one of very many works ("Introduction") needs somebody beside it, the first
        author as a rule, or where nobody is named the venue."""
        key = self.title_key
        if key is None or not is_everywhere(key):
            return key
        first = next((name_key(author.name) for author in self.authors if author.position == 1), None)
        named = first or min((name_key(author.name) for author in self.authors), default=None)
        return f"{key} / {named or min(self.locus.venues, default=self.id.key)}"

    @cached_property
    def locus(self) -> Locus:
        """Where the work was published: venue, volume, issue, pages."""
        return locus_of(self.record)

    @cached_property
    def published_dois(self) -> frozenset[str]:
        """The DOIs under which the work was published; those of preprints and copies in repositories are not among them."""
        if self.is_preprint or (self.record.kind or "").casefold() in COPY_KINDS:
            return frozenset()
        return frozenset(without_version(doi) for doi in self.ids_in("doi") if not is_copy(doi))

    @cached_property
    def _reading(self) -> Reading | None:
        return read_title(self.record.title, self.ids_in("doi")) if self.record.title else None

    @cached_property
    def shingles(self) -> frozenset[int]:
        return shingles(self.record.abstract) if self.record.abstract else frozenset()

    @cached_property
    def sketch(self) -> str | None:
        return sketch(self.shingles) if self.shingles else None

    @cached_property
    def text_topics(self) -> TextTopics:
        """The phrases and terms of the title and abstract that this claim gives."""
        return text_topics(self.title, self.record.abstract)

    @cached_property
    def ids(self) -> frozenset[Identifier]:
        """The identifiers of the work."""
        return frozenset(self.record.ids)

    def ids_in(self, scheme: str) -> frozenset[str]:
        """The values of its identifiers in one scheme."""
        return frozenset(known.value for known in self.record.ids if known.scheme == scheme)

    @cached_property
    def joining_ids(self) -> frozenset[Identifier]:
        """The identifiers that name one work."""
        return frozenset(known for known in self.record.ids if known.scheme in JOINING_SCHEMES)

    @cached_property
    def is_preprint(self) -> bool:
        publications = self.record.publications
        return bool(publications) and all(publication.kind == "preprint" for publication in publications)

    @property
    def is_dataset(self) -> bool:
        """Whether its source publishes data there."""
        return any(publication.kind == "dataset" for publication in self.record.publications)

    @cached_property
    def anchor(self) -> str:
        """The uid that a work of this claim alone would have: its best identifier, else a hash of what it says. Equal anchors are
        a reason to join."""
        return next(self.identifiers, None) or self.statement

    @property
    def identifiers(self) -> Iterator[str]:
        """The identifiers that name one work, as "scheme:value", the best first."""
        return (known.curie for known in sorted(self.joining_ids, key=work_id_rank))

    @cached_property
    def statement(self) -> str:
        """A hash of what is said besides identifiers. Claims of different works without an identifier never share one."""
        record = self.record
        if self.title_key is None:
            return f"text:{digest(record.abstract or self.payload)}"
        statement = [str(self.join_key), str(record.year), *(name_key(author.name) for author in self.authors)]
        statement += sorted(publication.venue.casefold() for publication in record.publications)
        statement += [self.locus.key] if self.locus.key else []
        statement += [repr(self.title_signs)] if self.title_signs else []
        if is_everywhere(self.title_key) and not (record.year and self.authors and record.publications):
            statement.append(self.id.key)  # what so little is said of may be another work each time
        return f"title:{digest('|'.join(statement))}"


def prepare(claim: Claim) -> Prepared:
    """Work out beforehand what takes long and needs nothing but the claim: its keys, and what its text offers as topics."""
    return claim.join_key, claim.anchor, claim.sketch, claim.text_topics


def prepare_each(claims: Iterable[Claim]) -> None:
    """Prepare claims one after another."""
    for claim in claims:
        prepare(claim)


def take_prepared(claim: Claim, prepared: Prepared) -> None:
    """Have a claim know what `prepare` worked out for it elsewhere: these are properties that keep what they worked out."""
    claim.__dict__.update(zip(("join_key", "anchor", "sketch", "text_topics"), prepared, strict=True))


def digest(text: str) -> str:
    """A short stable hash of a text."""
    return blake2b(text.encode(), digest_size=10).hexdigest()


def work_id_rank(known: Identifier) -> tuple[int, str]:
    """Sorts the identifiers of works so that the one that names a work best comes first."""
    return (_RANK[known.scheme], known.value)


@lru_cache(maxsize=_REMEMBERED_ANCHORS)  # those of a batch, which are sorted again and again
def anchor_rank(anchor: str) -> tuple[int, str]:
    """Sorts anchors so that the best identifier comes first and texts come last."""
    return work_id_rank(Identifier.of_curie(anchor))


def ids_by_scheme(ids: Iterable[Identifier]) -> dict[str, list[str]]:
    """The values of identifiers grouped by scheme, sorted."""
    grouped: dict[str, list[str]] = {}
    for known in sorted(ids):
        grouped.setdefault(known.scheme, []).append(known.value)
    return grouped
