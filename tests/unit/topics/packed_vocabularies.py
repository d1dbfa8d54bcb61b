"""The vocabularies that the package carries (`graph/topics/vocabularies/`), made from what their publishers give out.

    python -m tests.unit.topics.packed_vocabularies cso CSO.csv
    python -m tests.unit.topics.packed_vocabularies openalex topics.csv

takes a table, packed as .xz or not, and writes `graph/topics/vocabularies/cso.tsv.gz` or `openalex.tsv.gz`, the same bytes every
time. Of each term it keeps the code, the label, other spellings and the codes of what is above it.
"""

import csv
import gzip
import lzma
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from graph.topics.vocabularies import BETWEEN, Term

LEVELS = ("topic", "subfield", "field", "domain")


def terms_of_cso(rows: Iterable[Sequence[str]]) -> Iterator[Term]:
    """The terms of the Computer Science Ontology, from its triples: equivalent ones are spellings of one, under the label that it
    calls the primary one, which stands for its code too."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    primary: dict[str, str] = {}
    for subject, relation, thing in rows:
        if relation == "rdf:type":
            primary.setdefault(subject, subject)
        elif relation == "klink:primaryLabel":
            primary[subject] = thing
        elif relation == "klink:broaderGeneric":
            above[thing].add(subject)
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for label in sorted(primary):
        spelt[primary[label]].append(label)
    for label, spellings in sorted(spelt.items()):
        broader = {primary[upper] for spelling in spellings for upper in above[spelling]} - {label}
        yield Term(label, label, tuple(one for one in spellings if one != label), tuple(sorted(broader)))


def terms_of_openalex(rows: Iterable[Mapping[str, str]]) -> Iterator[Term]:
    """The topics of OpenAlex with their subfields, fields and domains, from its table of topics; codes as documents have them."""
    found: dict[str, Term] = {}
    for row in rows:
        for level, upper in zip(LEVELS, (*LEVELS[1:], None), strict=True):
            code = row[f"id_{level}"]
            found[code] = Term(code, row[level], (), (row[f"id_{upper}"],) if upper else ())
    yield from (found[code] for code in sorted(found))


def packed(terms: Iterable[Term]) -> bytes:
    """A line for each term."""
    lines = ["\t".join((term.code, term.label, BETWEEN.join(term.spellings), BETWEEN.join(term.broader))) for term in terms]
    return gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0)


def main(scheme: str, table: Path) -> None:
    """Write a vocabulary."""
    opened: Callable[..., Iterable[str]] = lzma.open if table.suffix == ".xz" else open
    lines = opened(table, "rt", encoding="utf-8")
    terms = terms_of_cso(csv.reader(lines, delimiter=";")) if scheme == "cso" else terms_of_openalex(csv.DictReader(lines))
    place = Path(str(files("graph.topics.vocabularies"))) / f"{scheme}.tsv.gz"
    place.write_bytes(packed(terms))
    print(f"wrote {place}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
