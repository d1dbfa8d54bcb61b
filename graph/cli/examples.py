"""One example or two of every command, which end its help. They ask about what the demo loads."""

from collections.abc import Iterator
from typing import Any

import typer

EXAMPLES: dict[str, tuple[str, ...]] = {
    "load": ("scholargraph load papers.bib exports/ 'dumps/*.json.gz'", "scholargraph load table.csv --column title=Headline"),
    "compare-names": ("scholargraph compare-names",),
    "unload": ("scholargraph unload papers.bib",),
    "documents": ("scholargraph documents --format csv --output documents.csv",),
    "formats": ("scholargraph formats",),
    "inspect": ("scholargraph inspect unknown-file.txt",),
    "profile": ("scholargraph profile 'Soham De'",),
    "papers": ("scholargraph papers 'Soham De' --limit 5",),
    "close-collaborators": ("scholargraph close-collaborators 'Soham De' --min-shared 2",),
    "name-cluster": ("scholargraph name-cluster 'soham de'",),
    "neighbourhood": ("scholargraph neighbourhood 'Soham De' --format json",),
    "path": ("scholargraph path 'Sam Smith' 'Hanan Samet'",),
    "split-candidates": ("scholargraph split-candidates --min-probability 0.2",),
    "split-groups": ("scholargraph split-groups --min-probability 0.9", "scholargraph split-groups --order size --limit 10"),
    "unlinkable-records": ("scholargraph unlinkable-records --min-probability 0.9",),
    "name-blocks": ("scholargraph name-blocks",),
    "calibration": ("scholargraph calibration",),
    "learn": ("scholargraph learn", "scholargraph learn --keep"),
    "mixed-candidates": ("scholargraph mixed-candidates 'Soham De'",),
    "authorships": ("scholargraph authorships --min-probability 0.5 --output authorships.csv",),
    "duplicate-papers": ("scholargraph duplicate-papers",),
    "data-quality": ("scholargraph data-quality",),
    "collaborator-changes": ("scholargraph collaborator-changes 'Soham De' --turn 2021",),
    "common-collaborators": ("scholargraph common-collaborators 'Soham De' 'Sam Smith'",),
    "suggested-collaborators": ("scholargraph suggested-collaborators 'Sam Smith' --limit 10",),
    "topic-counts": ("scholargraph topic-counts 'Soham De'", "scholargraph topic-counts --by year --since 2020"),
    "topic-course": ("scholargraph topic-course 'batch normalization'",),
    "topic-people": ("scholargraph topic-people 'batch normalization'",),
    "topic-trends": ("scholargraph topic-trends --turn 2020 --min-papers 2",),
    "compare-topics": ("scholargraph compare-topics 'Soham De' 'Sam Smith'",),
    "topic-coverage": ("scholargraph topic-coverage 'Soham De'",),
    "topic-venues": ("scholargraph topic-venues 'batch normalization' --since 2019",),
    "topic-institutions": ("scholargraph topic-institutions 'batch normalization'",),
    "venue-people": ("scholargraph venue-people ICML",),
    "institution-people": ("scholargraph institution-people 'University of Tokyo'",),
    "institution-partners": ("scholargraph institution-partners 'University of Tokyo' --since 2015",),
    "country-counts": ("scholargraph country-counts --since 2020",),
    "country-people": ("scholargraph country-people Japan",),
    "country-institutions": ("scholargraph country-institutions JP",),
    "country-partners": ("scholargraph country-partners Japan",),
    "citation-counts": ("scholargraph citation-counts 'Soham De'",),
    "cited-papers": ("scholargraph cited-papers 'Soham De' --limit 10",),
    "accept": ("scholargraph accept 'Zheng Xu' 'Zheng Xu 0002' --by ana --reason 'same homepage'",),
    "reject": ("scholargraph reject 'Zheng Xu' 'Zheng Xu 0002' --by ana --reason 'other fields'",),
    "reassign": ("scholargraph reassign 'Soham De' arxiv:1704.04720 --by ana --reason 'another person'",),
    "confirm": ("scholargraph confirm 'Soham De' arxiv:2002.06628 --by ana --reason 'on the home page'",),
    "undo": ("scholargraph undo 3 --by ana --reason 'a slip'",),
    "review": ("scholargraph review --by ana --order worth",),
    "queries": ("scholargraph queries",),
    "query": ("scholargraph query close_collaborators author='Soham De' limit=5",),
    "cypher": ("scholargraph cypher 'MATCH (p:Paper) RETURN p.year, count(*) ORDER BY 1'",),
    "status": ("scholargraph status",),
    "stop": ("scholargraph stop",),
    "serve": ("scholargraph serve --graph my-graph",),
    "browser": ("scholargraph browser", "scholargraph browser --export for-browser"),
    "copy": ("scholargraph copy --to bolt://db.example.org:7687",),
    "dump": ("scholargraph dump backup.scholargraph",),
    "restore": ("scholargraph restore backup.scholargraph --graph another-graph",),
    "fingerprint": ("scholargraph fingerprint",),
    "network": ("scholargraph network collaboration --since 2018 --output people.graphml",),
    "references": ("scholargraph references --author 'Soham De' --output de.bib",),
    "search": ("scholargraph search 'gradient descent'",),
    "export": ("scholargraph export papers.bib --for-import files",),
    "spark": ("scholargraph spark exports/ --graph my-graph",),
    "upgrade": ("scholargraph upgrade --dry-run",),
    "doctor": ("scholargraph doctor",),
    "demo": ("scholargraph demo",),
    "explore": ("scholargraph explore", "scholargraph explore --export pages --author 'Soham De'"),
    "report": ("scholargraph report 'Soham De' --output soham.html",),
    "decisions list": ("scholargraph decisions list",),
    "decisions export": ("scholargraph decisions export decisions.jsonl",),
    "decisions apply": ("scholargraph decisions apply decisions.jsonl --graph another-graph",),
}
"""By command, with the group before it."""


def add_examples(app: typer.Typer) -> None:
    """End the help of every command of the application with its examples."""
    for name, info in _commands(app, ""):
        lines = EXAMPLES.get(name, ())
        info.epilog = "\n\n".join((f"Example{'s' * (len(lines) > 1)}:", *lines)) if lines else None


def _commands(app: typer.Typer, before: str) -> Iterator[tuple[str, Any]]:
    for info in app.registered_commands:
        name = info.name or getattr(info.callback, "__name__", "").replace("_", "-")
        yield before + name, info
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from _commands(group.typer_instance, f"{before}{group.name or group.typer_instance.info.name} ")
