"""Vocabularies of topics that the package carries: what their terms are called, and which stand above which.

`README.md` beside this file says where they come from and under which licences. They are read when topics are found, never
before. A label fits a term that has its key, by which phrases are one whatever their number, hyphens and case (`key_of`). Of two
terms that have a key, and which the vocabulary does not call equivalent, it fits the one that has it letter for letter ("hidden
markov model" before "hidden markov models"), else the one that has it without its abbreviation in brackets, else neither of them.
A word of fewer than five letters fits none, since most are abbreviations, and of other things elsewhere; nor do the words
of `homonyms.txt`.

May import: the keys of words (`phrase_text`).
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from graph.topics.phrase_text import clauses
from graph.word_keys import key_of

BETWEEN = "|"
HOMONYMS = "homonyms.txt"
SHORTEST_WORD = 5
_IN_BRACKETS = re.compile(r"(.+) \((\w+)\)")


class Term(NamedTuple):
    """A term: its code in the vocabulary, label, equivalent spellings, and the codes of those right above it."""

    code: str
    label: str
    spellings: tuple[str, ...]
    broader: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The terms of a scheme by their codes. Where `is_of_documents`, documents give these topics too: papers hang on them."""

    scheme: str
    terms: Mapping[str, Term]
    is_of_documents: bool
    without: frozenset[str]
    """Keys of labels that mean something else here than in most texts."""

    def uid(self, code: str) -> str:
        """The uid of the topic that is this term, and what others carry as its id."""
        return f"{self.scheme}:{code}"

    def code_of_name(self, name: str) -> str | None:
        """The term of this name in whatever spelling."""
        return self.code_of.get(key_of_label(name) or "")

    @cached_property
    def code_of(self) -> dict[str, str]:
        """The terms by the keys that fit them."""
        tiers: list[defaultdict[str, set[str]]] = [defaultdict(set) for _ in range(3)]
        for code, term in self.terms.items():
            for name in (term.label, *term.spellings):
                if key := key_of_label(name):
                    tiers[2 if name.endswith(")") else name.casefold() != key][key].add(code)
        codes = {**tiers[2], **tiers[1], **tiers[0]}
        return {key: min(found) for key, found in codes.items() if len(found) == 1 and self._may_fit(key)}

    def _may_fit(self, key: str) -> bool:
        return key not in self.without and (" " in key or len(key) >= SHORTEST_WORD)


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """All of them: the Computer Science Ontology, and the topics of OpenAlex with subfields, fields and domains."""
    return (_read("cso", is_of_documents=False), _read("openalex", is_of_documents=True))


def key_of_label(label: str) -> str | None:
    """The key of a label as of a phrase, without an abbreviation of it in brackets, "fuzzy c-means (fcm)"; None where it is no
    phrase, as one with another remark in brackets ("translation (languages)") or with commas."""
    within = _IN_BRACKETS.fullmatch(label)
    if within and "".join(word[0] for word in re.split(r"[ -]", within[1]) if word).casefold() == within[2].casefold():
        label = within[1]
    parts = [clause.words for clause in clauses(label, is_title=True)]
    return " ".join(map(key_of, parts[0])) if len(parts) == 1 else None


def _read(scheme: str, *, is_of_documents: bool) -> Vocabulary:
    home = files(__name__)
    terms = {}
    for line in gzip.decompress(home.joinpath(f"{scheme}.tsv.gz").read_bytes()).decode().splitlines():
        code, label, spellings, broader = line.split("\t")
        terms[code] = Term(code, label, _listed(spellings), _listed(broader))
    return Vocabulary(scheme, terms, is_of_documents, _homonyms(scheme))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split(BETWEEN)) if text else ()


def _homonyms(scheme: str) -> frozenset[str]:
    lines = files(__name__).joinpath(HOMONYMS).read_text(encoding="utf-8").splitlines()
    uids = (line.partition("#")[0].strip() for line in lines)
    return frozenset(key for uid in uids if uid.startswith(f"{scheme}:") and (key := key_of_label(uid.partition(":")[2])))
