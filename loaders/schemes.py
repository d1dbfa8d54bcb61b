"""The schemes of identifiers that name works and people, and what one identifier of a scheme says."""

WORK_SCHEMES = (
    "doi", "arxiv", "acl", "pmid", "pmcid", "dblp", "openalex", "s2", "corpusid", "wos", "scopus", "mag", "lens", "dimensions",
    "aminer", "ads", "inspire", "hal", "openaire", "omid", "wikidata", "isbn",
)  # fmt: skip
"""Schemes of works, the one that names a paper best first."""

JOINING_SCHEMES = frozenset(WORK_SCHEMES) - {"isbn"}
"""Schemes whose identifiers name one work. A book's ISBN also stands on each of its chapters."""

EXCLUSIVE_SCHEMES = ("arxiv", "acl", "pmid")
"""Schemes that give a work one identifier: two different ones are two works. A DOI is not among them: a preprint has its own."""

PERSON_SCHEMES = (
    "openalex",
    "s2",
    "dblp",
    "acl",
    "arxiv",
    "scopus",
    "wos",
    "mag",
    "aminer",
    "dimensions",
    "inspire",
    "inspire_bai",
    "hal",
    "wikidata",
    "orcid",
)
"""Schemes of people, the one that names a record best first. A source's own id stands before an ORCID, which few authorships
carry."""
