"""The directions between the parts of scholargraph, and what may stand where."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sorted([*(ROOT / "graph").rglob("*.py"), *(ROOT / "loaders").rglob("*.py")])
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|UNWIND|OPTIONAL MATCH|DETACH DELETE)\s*[({$\[]|\bUNWIND\s+\$")

LAYERS = {
    "graph.cli": {
        "loaders.counted",
        "graph.cli",
        "graph.browser",
        "graph.decisions",
        "graph.doctor",
        "graph.facade",
        "graph.identity.decisions",
        "graph.moving",
        "graph.questions",
        "graph.server",
        "graph.query_reference",
        "graph.registry",
        "graph.load.report",
        "graph.errors",
    },
    "graph.facade": None,
    "graph.browser": {"graph.browser", "graph.identity.names", "graph.registry", "graph.connection", "graph.errors"},
    "graph.candidates": {
        "graph.identity",
        "graph.query_types",
        "graph.registry",
        "graph.connection",
        "graph.errors",
    },
    "graph.decisions": {
        "loaders.counted",
        "graph.candidates",
        "graph.decisions",
        "graph.load",
        "graph.identity",
        "graph.who",
        "graph.registry",
        "graph.connection",
        "graph.clock",
        "graph.errors",
    },
    "graph.documents": {"graph.errors", "graph.load.loading", "loaders"},
    "graph.load": {
        "loaders.counted",
        "graph.load",
        "graph.identity.affiliation_words",
        "graph.identity.blocking",
        "graph.identity.capitals",
        "graph.identity.commonness",
        "graph.identity.decisions",
        "graph.identity.names",
        "graph.registry",
        "graph.connection",
        "graph.clock",
        "loaders.identifiers",
        "loaders.named_ids",
        "loaders.records",
    },
    "graph.identity": {"graph.identity", "graph.registry", "graph.connection", "graph.clock", "loaders.counted"},
    "graph.moving": {
        "loaders.counted",
        "graph.moving",
        "graph.schema",
        "graph.indexes",
        "graph.registry",
        "graph.connection",
        "graph.clock",
        "graph.errors",
    },
    "graph.doctor": {
        "loaders.counted",
        "graph.doctor",
        "graph.identity.regrouping",
        "graph.indexes",
        "graph.server",
        "graph.registry",
        "graph.connection",
        "graph.errors",
    },
    "graph.questions": {
        "graph.candidates",
        "graph.naming",
        "graph.registry",
        "graph.connection",
        "graph.who",
        "graph.errors",
    },
    "graph.schema": {"graph.attachment", "graph.relationships", "graph.indexes"},
    "graph.indexes": {"graph.attachment", "graph.registry", "graph.connection", "graph.schema"},
    "graph.attachment": {"graph.connection"},
    "graph.registry": {"graph.connection", "graph.errors", "graph.query_header", "graph.query_types"},
    "graph.connection": {"graph.errors", "graph.notices", "graph.values"},
    "graph.notices": set(),
    "graph.server": {"graph.server", "graph.errors"},
    "loaders": {"loaders"},
}
"""What each part may import of ours; None: anything."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{name.name}" for name in node.names if (ROOT / node.module.replace(".", "/")).is_dir())
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return {name for name in found if name.split(".")[0] in ("graph", "loaders")}


def within(module: str, part: str) -> bool:
    return module == part or module.startswith(part + ".")


@pytest.mark.parametrize("part", [part for part, allowed in LAYERS.items() if allowed is not None])
def test_parts_import_only_what_stands_below_them(part: str) -> None:
    allowed = LAYERS[part] or set()
    wrong = {
        f"{module_of(path)} imports {name}"
        for path in PYTHON
        if within(module_of(path), part)
        for name in imports_of(path)
        if name not in ("graph", "loaders") and not any(within(name, top) or within(top, name) for top in allowed)
    }
    assert wrong == set()


def test_only_the_connection_opens_a_driver() -> None:
    users = {module_of(path) for path in PYTHON if re.search(r"GraphDatabase\.", path.read_text(encoding="utf-8"))}
    assert users <= {"graph.connection"}


def test_cypher_stands_in_cypher_files_only() -> None:
    wrong = {module_of(path) for path in PYTHON for text in strings_of(path) if CYPHER.search(text)}
    assert wrong == set()


def strings_of(path: Path) -> list[str]:
    """The string literals of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


def test_no_python_in_cypher_or_docker() -> None:
    assert not [*(ROOT / "cypher").rglob("*.py"), *(ROOT / "docker").rglob("*.py")]


def test_the_top_level_holds_only_what_the_design_names() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    usual = {"pyproject.toml", "README.md", "Makefile", "LICENSE", "CHANGELOG.md", "requirements.lock"}
    generated = {"dist", "build", "artifacts"}
    assert found <= {"graph", "loaders", "cypher", "tests", "docker"} | usual | generated
