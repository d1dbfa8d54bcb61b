"""`scholargraph demo`: what scholargraph does, shown on five small pages that come with it."""

import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

import typer
from platformdirs import user_data_path

from graph.cli.candidate_tables import print_duplicates, print_mixed, print_splits
from graph.cli.loading import load_telling, print_report
from graph.cli.options import Format, GraphOption, older_graphs_told
from graph.cli.output import console, print_answer, print_record
from graph.cli.progress import fetch_progress
from graph.facade import ScholarGraph
from graph.plain_text import shell_word

WHO = "Soham De"
PROFILE = ("name", "papers", "first_year", "last_year", "collaborators", "top_venues", "top_topics")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(graph: GraphOption = None) -> None:
    """Load five small pages into a graph of their own and show what it answers."""
    folder = graph if graph is not None else user_data_path("scholargraph") / "demo"
    began = time.monotonic()
    with older_graphs_told(), fetch_progress() as progress:
        opened = ScholarGraph.open(folder, progress=progress)
    took = time.monotonic() - began
    with older_graphs_told(), opened, as_file(files("graph") / "demo") as pages:
        report = load_telling(opened, sorted(pages.glob("*.txt")))
        report.add_start(took)
        _title("What was loaded")
        print_report(report, Format.table)
        _show(opened)
        _say_what_next(opened, folder)


def _show(graph: ScholarGraph) -> None:
    _title(f"Who {WHO} is")
    profile = graph.profile(WHO)
    print_record({name: profile[name] for name in PROFILE}, Format.table)
    _title("Who works closely with him")
    found = graph.plain.close_collaborators(WHO, limit=8)
    print_answer(found, Format.table, shown=("name", "papers", "strength", "truncated", "first_year", "last_year"), limit=8)
    _title("What he works on")
    found = graph.plain.topic_counts(WHO, limit=8)
    print_answer(found, Format.table, shown=("label", "scheme", "papers", "first_year", "last_year"), limit=8)
    _title("The name, exactly, in any case")
    found = graph.plain.name_cluster(WHO.upper())
    print_answer(found, Format.table, shown=("uid", "name", "papers", "first_year", "last_year", "collaborators"))
    _title("Records that may be one person (split)")
    print_splits(graph.plain.split_candidates())
    _title("Records that may be several people (mixed)")
    print_mixed(graph.plain.mixed_candidates())
    _title("Papers that may be one work")
    print_duplicates(graph.plain.duplicate_papers())


def _say_what_next(graph: ScholarGraph, folder: Path) -> None:
    command = f"{shell_word(sys.argv[0])} {{}} --graph {shell_word(str(folder))}"
    _title("What next")
    out = console()
    for about, words in (
        ("look at it as pages", "explore"),
        ("see it in Neo4j Browser", "browser"),
        ("ask more", f"close-collaborators {shell_word('Samuel L. Smith')}"),
        ("decide about candidates", "review"),
        ("see all questions", "queries"),
        ("ask one", f"query author_papers author={shell_word(WHO)}"),
        ("load pages of your own", "load FILES"),
        ("stop the server", "stop"),
    ):
        out.print(f"{about + ':':26}{command.format(words)}", soft_wrap=True)
    python = f"import scholargraph; graph = scholargraph.open({str(folder)!r})"
    out.print(f"{'go on in Python:':26}{python}", soft_wrap=True)
    out.print(f"{'Browser:':26}{graph.browser_url}  (`browser` opens it and says how to log in)", soft_wrap=True)


def _title(text: str) -> None:
    console().print(f"\n── {text} ──", style="bold")
