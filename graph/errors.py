"""Every error that scholargraph raises on purpose, so that `except ScholarGraphError` catches them all.

    ScholarGraphError
    ├── InputError                     what was asked or given cannot be used
    │   ├── DocumentError              a document cannot be read
    │   │   ├── UnknownFormatError     its format is not recognised
    │   │   └── SeveralFormatsError    several formats fit and none is guessed; `.formats` holds their names
    │   ├── UnknownQueryError          no stored query of that name
    │   ├── ParameterError             parameters that a stored query does not declare, lacks or cannot take
    │   ├── QueryError                 Cypher that the server refuses (syntax, a write in a read)
    │   ├── UnknownNameError           nothing in the graph is called so; `.nearest` holds what is called nearly so
    │   │   ├── UnknownAuthorError     nobody of that name or uid
    │   │   ├── UnknownVenueError      no venue of that name or uid
    │   │   ├── UnknownTopicError      no topic of that label or uid
    │   │   ├── UnknownSchemeError     no topic of that scheme
    │   │   └── UnknownSourceError     no document of that source
    │   ├── AmbiguousAuthorError       several records answer; `.choices` holds them
    │   ├── UnknownDocumentError       no such document in the graph
    │   ├── ContradictionError         a decision that others stand against; `.asked` and `.against` hold both in words
    │   ├── UnconfirmedError           a decision that is made only where the caller says that it is meant; `.flag` says so
    │   │   ├── JoinsGroupsError       it would join two groups of records; `.groups` holds them
    │   │   ├── OrcidsDifferError      it would join records of different ORCIDs; `.orcids` holds them
    │   │   └── CoauthorsError         it would join records that stand on one paper together; `.papers` holds them
    │   ├── NewerFormError             a graph or dump of a newer scholargraph; `.form` and `.known` hold both numbers
    │   ├── BulkLoadError              a load in bulk was asked for where there can be none
    │   ├── TooLittleError             the graph holds too little to learn weights from
    │   ├── UnfinishedGraphError       something was to be written to a graph that is a part only
    │   └── ServerInUseError           a server that others use was to be stopped; `.users` holds them
    ├── SparkUnavailableError          PySpark, a Java that runs it, or the cluster is missing
    ├── PagesUnavailableError          what makes pages is not installed, or their port is taken
    ├── PlotsUnavailableError          what makes plots is not installed
    ├── StoredQueryError               a query file of the package is malformed
    └── GraphUnavailableError          no graph can be reached
        ├── NoGraphError               there is none in that folder, and none was to be made
        ├── LoginError                 the server refuses the credentials
        └── LocalServerError           the local server
            ├── FetchError             its jars cannot be fetched or do not match their checksums
            ├── StartError             it does not start, or died; `.log_tail` holds the end of its log
            └── FolderInUseError       its folder belongs to another machine or to a newer version

Messages carry the offending value and the next step; none carries a password. CypherWarning is what Python warns of where the
server runs a query but has something to say about it, OlderFormWarning where a graph was written by an earlier scholargraph,
UnfinishedGraphWarning where it is a part only, UnusedWeightsWarning where it keeps weights that do not fit this package.
"""

from collections.abc import Mapping, Sequence

__all__ = [
    "AmbiguousAuthorError",
    "BulkLoadError",
    "CoauthorsError",
    "ContradictionError",
    "CypherWarning",
    "DocumentError",
    "FetchError",
    "FolderInUseError",
    "GraphUnavailableError",
    "InputError",
    "JoinsGroupsError",
    "LocalServerError",
    "LoginError",
    "NewerFormError",
    "NoGraphError",
    "OlderFormWarning",
    "OrcidsDifferError",
    "PagesUnavailableError",
    "ParameterError",
    "PlotsUnavailableError",
    "QueryError",
    "ScholarGraphError",
    "ServerInUseError",
    "SeveralFormatsError",
    "SparkUnavailableError",
    "StartError",
    "StoredQueryError",
    "TooLittleError",
    "UnconfirmedError",
    "UnfinishedGraphError",
    "UnfinishedGraphWarning",
    "UnknownAuthorError",
    "UnknownDocumentError",
    "UnknownFormatError",
    "UnknownNameError",
    "UnknownQueryError",
    "UnknownSchemeError",
    "UnknownSourceError",
    "UnknownTopicError",
    "UnknownVenueError",
    "UnusedWeightsWarning",
]

PAPERS_SHOWN = 5
"""Of papers that a question is about."""


class ScholarGraphError(Exception):
    """Anything that scholargraph raises on purpose."""


class InputError(ScholarGraphError):
    """What was asked or given cannot be used as it is."""


class DocumentError(InputError):
    """A document cannot be read; the message names it."""


class UnknownFormatError(DocumentError):
    """A document is of no format that scholargraph reads."""


class SeveralFormatsError(DocumentError):
    """Several formats fit a document. `formats` holds their names, of which the caller says which one it is."""

    def __init__(self, message: str, formats: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.formats = tuple(formats)


class UnknownQueryError(InputError):
    """There is no stored query of that name."""


class ParameterError(InputError):
    """Parameters that the query does not declare, that it lacks, or whose value it cannot take."""


class QueryError(InputError):
    """The server refuses the Cypher text."""


class UnknownNameError(InputError):
    """Nothing in the graph is called so. `nearest` holds the closest names that it knows."""

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


class UnknownAuthorError(UnknownNameError):
    """No author record of that uid or exact name."""


class UnknownVenueError(UnknownNameError):
    """No venue of that uid or name."""


class UnknownInstitutionError(UnknownNameError):
    """No institution of that uid or name."""


class UnknownCountryError(UnknownNameError):
    """No institution of the graph is in a country of that name or code."""


class UnknownTopicError(UnknownNameError):
    """No topic of that label or uid."""


class UnknownSchemeError(UnknownNameError):
    """No topic of that scheme."""


class UnknownSourceError(UnknownNameError):
    """No document of that source of citation counts."""


class AmbiguousAuthorError(InputError):
    """Several author records answer to that name. `choices` holds (uid, name, number of papers) of each.

    Where they are likely one person, `together` holds the uids that stand for them, `probability` how likely that is (0 to 1),
    and `accept` the command that makes them one; together=True asks for all of them."""

    def __init__(
        self,
        message: str,
        choices: Sequence[tuple[str, str, int]] = (),
        together: Sequence[str] = (),
        probability: float | None = None,
        accept: str = "",
    ) -> None:
        super().__init__(message)
        self.choices = tuple(choices)
        self.together = tuple(together)
        self.probability = probability
        self.accept = accept


class UnknownDocumentError(InputError):
    """No loaded document of that location, uid or checksum."""


class ContradictionError(InputError):
    """A decision that earlier ones stand against. `asked` holds it in words, `against` the others."""

    def __init__(self, message: str, asked: str = "", against: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.asked = asked
        self.against = tuple(against)


class UnconfirmedError(InputError):
    """A decision with consequences that may not be seen, which is made where the caller says so: `flag` is the argument for it,
    `question` what a person is asked instead."""

    flag = ""
    question = ""


class JoinsGroupsError(UnconfirmedError):
    """A decision that would make one person of two groups of several records each. `groups` holds the uids of each group."""

    flag = "join_groups"

    def __init__(self, message: str, groups: Sequence[Sequence[str]] = ()) -> None:
        super().__init__(message)
        self.groups = tuple(tuple(group) for group in groups)
        listed = "\n".join(", ".join(group) for group in self.groups)
        self.question = f"This makes one person of all of these:\n{listed}\nJoin them?"


class OrcidsDifferError(UnconfirmedError):
    """A decision that would make one person of records that have different ORCIDs. `orcids` holds the ORCID of each such record,
    by uid."""

    flag = "join_orcids"

    def __init__(self, message: str, orcids: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.orcids = dict(orcids or {})
        listed = "\n".join(f"{orcid}  {uid}" for uid, orcid in self.orcids.items())
        self.question = f"These have different ORCIDs, and an ORCID is one person's:\n{listed}\nOne person all the same?"


class CoauthorsError(UnconfirmedError):
    """A decision that would make one person of records that stand together on a paper, as two people. `papers` holds the title
    and the records of each such paper, by uid."""

    flag = "join_coauthors"

    def __init__(self, papers: Mapping[str, tuple[str, Sequence[str]]]) -> None:
        self.papers = {uid: (title, tuple(records)) for uid, (title, records) in papers.items()}
        listed = [f"{title!r} ({uid}): {' and '.join(records)}" for uid, (title, records) in self.papers.items()]
        shown = listed[:PAPERS_SHOWN] + [f"{len(listed) - PAPERS_SHOWN} more"] * (len(listed) > PAPERS_SHOWN)
        super().__init__(
            f"these records stand together on a paper, as two people do: {'; '.join(shown)}. If they are one person all the "
            "same, say so: join_coauthors=True, or --yes on the command line"
        )
        lines = "\n".join(shown)
        self.question = f"These stand together on a paper, as two people do:\n{lines}\nOne person all the same?"


class NewerFormError(InputError):
    """A graph, or a dump of one, was written by a newer scholargraph in a form of the data model that this one does not know, so
    that it neither reads nor writes it. `form` is the number of that form, `known` the highest that is known here."""

    def __init__(self, message: str, form: int = 0, known: int = 0) -> None:
        super().__init__(message)
        self.form = form
        self.known = known


class BulkLoadError(InputError):
    """A load in bulk was asked for where there can be none; the message says why. Any other load is possible."""


class TooLittleError(InputError):
    """The graph holds too little to learn weights of identity evidence from."""


class UnfinishedGraphError(InputError):
    """Something was to be written to a graph that is a part only: a copy, a restore or a first load of it was not finished."""


class ServerInUseError(InputError):
    """A local server was to be stopped that other processes use. `users` holds (pid, command, seconds since 1970) of each."""

    def __init__(self, message: str, users: Sequence[tuple[int, str, float]] = ()) -> None:
        super().__init__(message)
        self.users = tuple(users)


class SparkUnavailableError(ScholarGraphError):
    """Spark was asked for and cannot be had: PySpark is not installed, no Java serves, or the cluster does not answer."""


class PagesUnavailableError(ScholarGraphError):
    """Pages were asked for and cannot be had: what makes them is not installed, or the port is taken."""


class PlotsUnavailableError(ScholarGraphError):
    """What makes plots is not installed."""


class StoredQueryError(ScholarGraphError):
    """A query file of the package is malformed; the message names the file and the line."""


class GraphUnavailableError(ScholarGraphError):
    """No graph can be reached at that address."""


class NoGraphError(GraphUnavailableError):
    """There is no graph in that folder, and none was to be made."""


class LoginError(GraphUnavailableError):
    """The server refuses the credentials."""


class LocalServerError(GraphUnavailableError):
    """The local Neo4j server cannot be used."""


class FetchError(LocalServerError):
    """The server's jars cannot be fetched, or do not match the checksums of the lock file."""


class StartError(LocalServerError):
    """The server does not start, or it died. `log_tail` holds the last lines of its log."""

    def __init__(self, message: str, log_tail: str = "") -> None:
        super().__init__(f"{message}\n{log_tail}" if log_tail else message)
        self.log_tail = log_tail


class FolderInUseError(LocalServerError):
    """The graph's folder belongs to a server on another machine, or was written by a newer Neo4j."""


class CypherWarning(UserWarning):
    """The server runs the query, and says that something in it may not be meant: a name that nothing in the graph has, a
    cartesian product, a deprecated construct."""


class UnfinishedGraphWarning(UserWarning):
    """The graph is a part only: a copy, a restore or a first load of it was not finished, or goes on."""


class UnusedWeightsWarning(UserWarning):
    """A graph keeps weights of identity evidence of its own that do not have the shape of this package's, and so are not used."""


class OlderFormWarning(UserWarning):
    """The graph was written by an earlier scholargraph in an earlier form of the data model: it can be asked, and what writes to
    it brings it up to date first."""
