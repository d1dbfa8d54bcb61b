"""Which module has which command, so that a command that is called waits for the import of no other one's."""

from collections.abc import Sequence

COMMANDS: dict[str, tuple[str, ...]] = {
    "loading": ("load", "compare-names", "unload", "documents"),
    "inspecting": ("formats", "inspect"),
    "answers": (
        "profile", "papers", "close-collaborators", "name-cluster", "neighbourhood", "path", "split-candidates", "split-groups",
        "mixed-candidates", "authorships", "duplicate-papers", "data-quality",
    ),
    "evidence": ("unlinkable-records", "name-blocks"),
    "learning": ("learn", "calibration"),
    "collaborators": ("collaborator-changes", "common-collaborators", "suggested-collaborators"),
    "topics": ("topic-counts", "topic-course", "topic-people", "topic-trends", "compare-topics", "topic-coverage"),
    "tops": ("topic-venues", "topic-institutions", "venue-people"),
    "places": (
        "institution-people", "institution-partners", "country-counts", "country-people", "country-institutions",
        "country-partners",
    ),
    "citations": ("citation-counts", "cited-papers"),
    "deciding": ("accept", "reject", "reassign", "confirm", "undo", "decisions"),
    "review": ("review",),
    "stored": ("queries", "query", "cypher"),
    "local": ("status", "stop", "serve"),
    "browser": ("browser",),
    "transfer": ("copy", "dump", "restore", "fingerprint"),
    "network": ("network",),
    "references": ("references",),
    "search": ("search",),
    "import_files": ("export",),
    "spark": ("spark",),
    "upgrade": ("upgrade",),
    "doctor": ("doctor",),
    "demo": ("demo",),
    "explore": ("explore", "report"),
}  # fmt: skip
"""The commands and groups of commands of each module beside this one, in the order of the help; a test compares."""

_FOLDER_FOLLOWS = ("--graph", "-g")


def modules_for(words: Sequence[str]) -> tuple[str, ...]:
    """The module whose command the words of a command line call; all of them where they call none that is known, as for help."""
    called = _called(words)
    return tuple(module for module, names in COMMANDS.items() if called in names) or tuple(COMMANDS)


def _called(words: Sequence[str]) -> str | None:
    """The first word that is no option and no option's value, as the commands are spelt."""
    rest = iter(words)
    for word in rest:
        if word in _FOLDER_FOLLOWS:
            next(rest, None)
        elif word.startswith(_FOLDER_FOLLOWS):
            continue
        else:
            return word.replace("_", "-")
    return None
