"""A person as a notebook shows them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from graph.cells import table, title
from graph.declared import said_by
from loaders.counted import counted

LISTED = 8


class Profile(dict[str, object]):
    """The answer of `author_profile`: a plain dict, of which a notebook shows the facts and what documents say, a line each."""

    def _repr_html_(self) -> str:
        person = cast(Mapping[str, Any], self)
        facts = {
            "papers": _papers(person),
            "names": _listed(person["name_forms"]),
            "records": _listed([f"{one['uid']} ({counted(one['papers'], 'paper')})" for one in person["records"]]),
            "ids": _listed(person["ids"]),
            "topics": _listed([f"{one['label']} ({one['papers']})" for one in person["top_topics"]]),
            "venues": _listed([f"{one['name']} ({one['papers']})" for one in person["top_venues"]]),
            "affiliations": _listed(person["affiliations"]),
        }
        rows = [(name, words) for name, words in facts.items() if words]
        documents = [said_by(document) for document in person["documents"]]
        columns = [name for name in documents[0] if any(one[name] is not None for one in documents)] if documents else []
        said = table(columns, ([_words(one[name]) for name in columns] for one in documents)) if columns else ""
        return title(str(person["name"]), str(person["uid"])) + table(("what", "found"), rows) + said


def _papers(person: Mapping[str, Any]) -> str:
    first, last = person["first_year"], person["last_year"]
    years = "" if first is None else f", {first}" if first == last else f", {first} to {last}"
    return f"{counted(person['papers'], 'paper')}{years}, with {counted(person['collaborators'], 'collaborator')}"


def _listed(values: Sequence[object]) -> str:
    more = f" and {len(values) - LISTED:,} more" if len(values) > LISTED else ""
    return ", ".join(map(str, values[:LISTED])) + more


def _words(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
