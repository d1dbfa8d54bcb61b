"""The reference of the stored queries, made from their headers. `python -m graph.queries.reference` writes cypher/README.md."""

from collections.abc import Iterator
from pathlib import Path

from graph.queries.header import Parameter, StoredQuery
from graph.queries.registry import Registry

PURPOSES = {
    "profile": "One author, and finding one",
    "collaboration": "Who works with whom",
    "topics": "What the papers are about",
    "citations": "How often papers are cited, by whose count",
    "references": "Papers as references",
    "places": "Institutions and countries: who, with whom, since when",
    "networks": "Who and what hangs together, to be drawn by other programs",
    "identity": "Who is who, and what people decided",
    "quality": "What is missing or doubtful",
    "browser": "Pictures for Neo4j Browser",
    "schema": "Constraints and indexes",
    "load": "What loading writes, and looks up on the way",
    "bulk": "A first load in bulk over Bolt",
    "derived_topics": "Topics found in the texts of the graph",
    "organisations": "Which records of institutions are one organisation",
    "similar_names": "Author records whose names are alike",
    "grouping": "The papers of one name, grouped by person",
    "rule_merges": "Records that rules make one person",
    "decision_log": "The log of decisions, and the edges that it gives",
    "transfer": "Dump, restore and copy",
    "upgrades": "Graphs of earlier versions brought up to date",
    "doctor": "The state of a graph and its server",
}

INTRODUCTION = """# Stored queries

Made from the headers of the files by `python -m graph.queries.reference`; a test keeps it current.

Every question that scholargraph answers is a Cypher file in one of these folders, one query a file and one purpose a folder. The
header of `//` lines declares it: what it answers, its parameters with type and default, and its columns. `?` marks what may be
null. Values only ever travel as parameters. The same file runs on Neo4j 5.26 and on the current calendar release:

- command line: `scholargraph query close_collaborators author="name:soham de" limit=5`
- Python: `graph.query("close_collaborators", author="name:soham de", limit=5)`, a DataFrame with the declared columns
- Neo4j Browser: `scholargraph browser --export FOLDER` writes every query as a favourite; by hand, one line such as
  `:param limit => 5` for each parameter, then paste the file
- cypher-shell: the same parameters in `--param "{…}"`, and `-f cypher/collaboration/close_collaborators.cypher`

On the command line and in Python a parameter left out has its default; of a default that is a map, only the keys given change.
A default that is the name of a file stands in that file; as a line for Neo4j Browser it is in the exported favourites.
A parameter of type `author` is the uid of an author record, which `authors_by_name_key` finds; on the command line and in Python
a name is enough. There an author, a `name`, a `venue`, an `institution`, a `country`, a
`topic`, a `scheme` of topics or a `source` of
citation counts that the graph does not have is an error that says what comes nearest; elsewhere it gives no rows. Questions about
people take all records that were decided to be one person together, whichever of them is named. A parameter of type `records`,
such as `together`, takes a list of uids of further records that are taken for the same person in this question; on the command
line and in Python `true` stands for all of the author's name that are one person with a probability of 0.95 or more by
`split_candidates`.
A `count` is an integer, 0 or more; a `limit` of 0 or null gives all rows.
"""

INTERNAL = """## Queries that only serve the program itself

Queries that write, and those whose header says `// internal: yes`: what loading, identity, the log of decisions and the command
`doctor` look up and write. They change as the program does, so they are no questions: `scholargraph query` and `graph.query`
refuse them, `scholargraph queries` and the favourites of Neo4j Browser leave them out.
"""


def reference(registry: Registry) -> str:
    """The whole reference as Markdown."""
    lines = [INTRODUCTION]
    for purpose, title in PURPOSES.items():
        queries = [query for query in registry.questions() if query.purpose == purpose]
        if queries:
            lines += [f"## {title} (`{purpose}/`)", "", *(line for query in queries for line in _entry(query))]
    lines.append(INTERNAL)
    for purpose, title in PURPOSES.items():
        queries = [query for _, query in sorted(registry.items()) if query.purpose == purpose and query.internal]
        if queries:
            lines += [f"### {title} (`{purpose}/`)", "", *_table(queries)]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write cypher/README.md of the source tree."""
    target = Path(__file__).parents[2] / "cypher" / "README.md"
    target.write_text(reference(Registry.shipped()), encoding="utf-8")
    print(f"wrote {target}")


def _entry(query: StoredQuery) -> Iterator[str]:
    yield f"### {query.name}"
    yield ""
    yield query.about
    yield ""
    if query.params:
        yield "| parameter | type | default |"
        yield "|---|---|---|"
        for parameter in query.params:
            yield f"| `{parameter.name}` | {_escaped(str(parameter.type))} | {_default(parameter, query.purpose)} |"
        yield ""
    yield f"Columns: {', '.join(f'`{column.name}` {_escaped(str(column.type))}' for column in query.returns)}"
    yield ""


def _table(queries: list[StoredQuery]) -> Iterator[str]:
    yield "| query | what it does |"
    yield "|---|---|"
    for query in queries:
        yield f"| `{query.name}` | {_escaped(query.about)} |"
    yield ""


def _default(parameter: Parameter, folder: str) -> str:
    if parameter.required:
        return "required"
    if parameter.default_file:
        return f"[{parameter.default_file}]({folder}/{parameter.default_file})"
    if isinstance(parameter.default, dict):
        return ", ".join(f"`{key}` {value}" for key, value in parameter.default.items())
    return "null" if parameter.default is None else f"`{parameter.default}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
