"""The directions between the parts of scholargraph, and what may stand where."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sorted([*(ROOT / "graph").rglob("*.py"), *(ROOT / "loaders").rglob("*.py")])
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|UNWIND|OPTIONAL MATCH|DETACH DELETE)\s*[({$\[]|\bUNWIND\s+\$")

GROUND = {"loaders.counted", "loaders.records", "loaders.schemes"}
FIELDS = GROUND | {"loaders.parsing", "loaders.fields", "loaders.author_lists"}
SOURCE = FIELDS | {"loaders.table_rows"}
QUERIES = {"graph.queries.bound", "graph.queries.registry", "graph.queries.rows", "graph.connection"}

LAYERS: dict[str, set[str] | None] = {
    "loaders": {"loaders"},
    "loaders.records": set(),
    "loaders.counted": set(),
    "loaders.schemes": set(),
    "loaders.parsing": GROUND,
    "loaders.fields": {"loaders.parsing", "loaders.records", "loaders.schemes"},
    "loaders.author_lists": {"loaders.parsing", "loaders.fields", "loaders.records"},
    "loaders.table_rows": {"loaders.parsing", "loaders.fields", *GROUND},
    "loaders.pages": {"loaders.parsing", "loaders.fields", *GROUND},
    "loaders.acl": SOURCE,
    "loaders.ads": SOURCE,
    "loaders.arxiv": SOURCE,
    "loaders.bibtex": SOURCE | {"loaders.web_of_science.people"},
    "loaders.crossref": SOURCE | {"loaders.csl.parts"},
    "loaders.csl": SOURCE,
    "loaders.datacite": SOURCE,
    "loaders.dblp": SOURCE,
    "loaders.aminer": SOURCE,
    "loaders.dimensions": SOURCE,
    "loaders.dublin_core": SOURCE,
    "loaders.endnote": SOURCE,
    "loaders.lens": SOURCE,
    "loaders.europe_pmc": SOURCE | {"loaders.pubmed.terms"},
    "loaders.grobid": SOURCE,
    "loaders.hal": SOURCE,
    "loaders.inspire": SOURCE,
    "loaders.jats": SOURCE | {"loaders.pubmed.terms"},
    "loaders.libraries": SOURCE,
    "loaders.openaire": SOURCE,
    "loaders.openalex": SOURCE,
    "loaders.orcid": SOURCE,
    "loaders.pubmed": SOURCE,
    "loaders.scopus": SOURCE,
    "loaders.semantic_scholar": SOURCE,
    "loaders.tables": SOURCE | {"loaders.dimensions.topics", "loaders.openalex.entities", "loaders.pubmed.nbib"},
    "loaders.wikidata": SOURCE,
    "loaders.web_of_science": SOURCE | {"loaders.tables.known_table"},
    "graph.errors": set(),
    "graph.clock": set(),
    "graph.values": set(),
    "graph.notices": set(),
    "graph.connection": {"graph.errors", "graph.notices", "graph.values"},
    "graph.names": set(),
    "graph.institutions": {"graph.names.transliteration", "loaders.fields.name_words"},
    "graph.organisations": QUERIES
    | {
        "graph.institutions.addresses",
        "graph.institutions.countries",
        "graph.organisations",
        "graph.schema.form",
        "loaders.records",
    },
    "graph.organisations.grouping": set(),
    "graph.word_keys": set(),
    "graph.topics": {"graph.topics", "graph.word_keys"},
    "graph.topics.vocabularies": {"graph.topics.phrase_text", "graph.word_keys"},
    "graph.topics.above": QUERIES | {"graph.topics"},
    "graph.topics.mentions": QUERIES | {"graph.topics", "graph.word_keys"},
    "graph.topics.refresh": QUERIES | {"graph.schema.form", "graph.topics", "graph.word_keys"},
    "graph.queries": {
        "graph.connection",
        "graph.errors",
        "graph.institutions.countries",
        "graph.names.forms",
        "graph.plain_text",
        "graph.word_keys",
        "loaders.counted",
        "loaders.fields.named_ids",
    },
    "graph.queries.registry": {"graph.connection", "graph.errors", "graph.queries.header", "graph.queries.types"},
    "graph.queries.bound": {
        "graph.connection",
        "graph.errors",
        "graph.queries.header",
        "graph.queries.kept_weights",
        "graph.queries.registry",
    },
    "graph.queries.kept_weights": set(),
    "graph.queries.rows": {"graph.errors", "graph.queries.bound"},
    "graph.schema": QUERIES,
    "graph.schema.form": QUERIES | {"graph.clock", "graph.errors"},
    "graph.schema.relationships": set(),
    "graph.schema.picture": {"graph.schema.nodes"},
    "graph.schema.neomodel_binding": {"graph.connection"},
    "graph.schema.nodes": {"graph.schema.neomodel_binding", "graph.schema.relationships"},
    "graph.decision_log": QUERIES | {"graph.evidence_words", "graph.names.forms", *GROUND},
    "graph.load": QUERIES
    | {
        "graph.cells",
        "graph.schema.form",
        "graph.clock",
        "graph.decision_log.decision",
        "graph.names",
        "graph.organisations.named",
        "graph.topics",
        "graph.word_keys",
        "loaders.counted",
        "loaders.fields.identifiers",
        "loaders.fields.named_ids",
        "loaders.records",
        "loaders.schemes",
    },
    "graph.identity": QUERIES
    | {
        "graph.clock",
        "graph.decision_log.decision",
        "graph.decision_log.edges",
        "graph.errors",
        "graph.identity",
        "graph.names",
        "graph.queries.kept_weights",
        "graph.queries.types",
        "graph.schema.form",
        "loaders.records",
    },
    "graph.identity.union_find": set(),
    "graph.coverage_words": {"loaders.counted"},
    "graph.evidence_words": {"loaders.counted"},
    "graph.plain_text": set(),
    "graph.row_text": {"graph.plain_text", "loaders.table_rows.formulas"},
    "graph.declared": set(),
    "graph.identity.evidence_model": QUERIES
    | {"graph.identity.union_find", "graph.names", "graph.queries.kept_weights", "loaders.counted"},
    "graph.identity.learning": QUERIES
    | {
        "graph.clock",
        "graph.errors",
        "graph.identity.calibration",
        "graph.identity.evidence_model",
        "graph.identity.kept_weights",
        "graph.identity.refresh",
        "graph.identity.union_find",
        "graph.queries.kept_weights",
        "graph.queries.types",
        "graph.schema.form",
        "loaders.counted",
    },
    "graph.identity.title_model": {"graph.identity.evidence_model", "graph.names"},
    "graph.identity.blocking": QUERIES | {"graph.identity.evidence_model.corpus", "graph.names", "graph.schema.form"},
    "graph.decisions": QUERIES
    | {
        "graph.files",
        "graph.clock",
        "graph.decision_log",
        "graph.errors",
        "graph.identity.candidates",
        "graph.evidence_words",
        "graph.plain_text",
        "graph.row_text",
        "graph.identity.refresh",
        "graph.identity.rule_merges",
        "graph.organisations.refresh",
        "graph.load",
        "graph.queries.author_lookup",
        "graph.schema.form",
        "graph.topics.refresh",
        "graph.upgrades",
        "loaders.counted",
        "loaders.table_rows.formulas",
    },
    "graph.server": {"graph.errors"},
    "graph.transfer": QUERIES | {"graph.clock", "graph.errors", "graph.schema", "loaders.counted"},
    "graph.upgrades": QUERIES
    | {
        "graph.clock",
        "graph.errors",
        "graph.identity.refresh",
        "graph.load",
        "graph.organisations",
        "graph.schema.form",
        "graph.topics",
        "graph.word_keys",
        "loaders.records",
    },
    "graph.upgrades.new_line": QUERIES
    | {"graph.errors", "graph.schema.indexes", "graph.server", "graph.transfer", "loaders.counted"},
    "graph.networks": QUERIES
    | {
        "graph.errors",
        "graph.files",
        "graph.plain_text",
        "graph.queries.naming",
        "graph.row_text",
        "loaders.counted",
        "graph.topic_questions",
    },
    "graph.references": QUERIES
    | {
        "graph.errors",
        "graph.files",
        "graph.names.parsing",
        "graph.plain_text",
        "graph.queries.naming",
        "graph.row_text",
        "graph.topic_questions",
    },
    "graph.files": {"graph.errors"},
    "graph.browser": QUERIES | {"graph.errors", "graph.names.forms"},
    "graph.doctor": QUERIES
    | {
        "graph.errors",
        "graph.identity.calibration",
        "graph.identity.evidence_model",
        "graph.identity.kept_weights",
        "graph.schema.form",
        "graph.schema.indexes",
        "graph.server",
        "loaders.counted",
    },
    "graph.bulk": QUERIES
    | {
        "graph.clock",
        "graph.documents",
        "graph.errors",
        "graph.identity.blocking",
        "graph.identity.refresh",
        "graph.load",
        "graph.names",
        "graph.schema",
        "graph.server",
        "graph.topics",
        "graph.word_keys",
        "loaders.parsing.source",
        "loaders.records",
    },
    "graph.spark": {
        "graph.bulk",
        "graph.connection",
        "graph.documents",
        "graph.errors",
        "graph.load",
        "graph.server",
    },
    "graph.documents": {"graph.errors", "graph.load.reading", "graph.load.report", "loaders"},
    "graph.topic_questions": {"graph.errors"},
    "graph.citation_questions": {"graph.topic_questions"},
    "graph.people_questions": {"graph.topic_questions"},
    "graph.evidence_questions": QUERIES
    | {"graph.identity.calibration", "graph.identity.name_blocks", "graph.identity.unlinkable"},
    "graph.learned_weights": {"graph.identity.learning", "graph.queries.bound", "graph.upgrades"},
    "graph.place_questions": set(),
    "graph.questions": QUERIES
    | {
        "graph.citation_questions",
        "graph.errors",
        "graph.evidence_questions",
        "graph.people_questions",
        "graph.place_questions",
        "graph.identity.candidates",
        "graph.networks",
        "graph.queries",
        "graph.references",
        "graph.topic_questions",
    },
    "graph.explore": QUERIES
    | {
        "graph.browser.literal",
        "graph.clock",
        "graph.coverage_words",
        "graph.declared",
        "graph.errors",
        "graph.evidence_words",
        "graph.identity.calibration",
        "graph.identity.candidates",
        "graph.identity.kept_weights",
        "graph.institutions.countries",
        "graph.names.forms",
        "graph.plain_text",
        "graph.queries",
        "graph.row_text",
        "loaders.counted",
    },
    "graph.explore.review": {
        "graph.decision_log",
        "graph.decisions",
        "graph.errors",
        "graph.explore.access",
        "graph.explore.addresses",
        "graph.explore.asking",
        "graph.explore.doubts",
        "graph.explore.rendering",
        "graph.identity.candidates",
        "graph.names.forms",
        "graph.row_text",
    },
    "graph.cells": {"graph.plain_text"},
    "graph.arrow_tables": {"graph.queries", "graph.row_text"},
    "graph.plots": {"graph.cells", "graph.errors", "graph.files", "graph.plain_text", "graph.questions"},
    "graph.notebook": {
        "graph.arrow_tables",
        "graph.cells",
        "graph.declared",
        "graph.errors",
        "graph.explore",
        "graph.files",
        "graph.identity.candidates",
        "graph.plots",
        "graph.queries",
        "graph.questions",
        "loaders.counted",
    },
    "graph.facade": None,
    "graph.both_paths": {
        "graph.bulk",
        "graph.documents",
        "graph.errors",
        "graph.load",
        "graph.queries.bound",
        "graph.server",
        "graph.spark",
        "loaders",
    },
    "graph.public.scholargraph": {
        "graph.coverage_words",
        "graph.errors",
        "graph.facade",
        "graph.evidence_words",
        "graph.load.report",
        "graph.schema",
        "loaders",
        "scholargraph",
    },
    "graph.cli": {
        "graph.arrow_tables",
        "graph.bulk.import_files",
        "graph.browser",
        "graph.connection",
        "graph.coverage_words",
        "graph.decision_log.decision",
        "graph.decisions",
        "graph.declared",
        "graph.doctor",
        "graph.documents",
        "graph.errors",
        "graph.explore",
        "graph.facade",
        "graph.evidence_words",
        "graph.load.report",
        "graph.load.progress",
        "graph.load.steps",
        "graph.files",
        "graph.identity.kept_weights",
        "graph.identity.learning",
        "graph.networks",
        "graph.people_questions",
        "graph.place_questions",
        "graph.plain_text",
        "graph.queries",
        "graph.questions",
        "graph.references",
        "graph.row_text",
        "graph.server",
        "graph.spark",
        "graph.topic_questions",
        "graph.transfer",
        "graph.upgrades",
        "loaders",
    },
}
"""What each room, and each module that is more than its room, may import of ours beside the room itself; None: anything."""


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
    return {name for name in found if name.split(".")[0] in ("graph", "loaders", "scholargraph")}


def within(module: str, part: str) -> bool:
    return module == part or module.startswith(part + ".")


def room_of(module: str) -> str | None:
    """The entry of `LAYERS` that says the most of a module."""
    return max((part for part in LAYERS if within(module, part)), key=len, default=None)


@pytest.mark.parametrize("part", [part for part, allowed in LAYERS.items() if allowed is not None])
def test_parts_import_only_what_stands_below_them(part: str) -> None:
    allowed = {*(LAYERS[part] or ()), part}
    wrong = {
        f"{module_of(path)} imports {name}"
        for path in PYTHON
        if room_of(module_of(path)) == part
        for name in imports_of(path)
        if name not in ("graph", "loaders") and not any(within(name, top) or within(top, name) for top in allowed)
    }
    assert wrong == set()


def test_every_room_has_its_rules_and_says_what_it_is_for() -> None:
    rooms = {module_of(path): ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) for path in PYTHON if _is_room(path)}
    assert [room for room, purpose in rooms.items() if not purpose] == []
    assert {room for room in rooms if room not in LAYERS} <= {"graph"}


def _is_room(path: Path) -> bool:
    return path.name == "__init__.py"


def test_only_the_connection_opens_a_driver() -> None:
    users = {module_of(path) for path in PYTHON if re.search(r"GraphDatabase\.", path.read_text(encoding="utf-8"))}
    assert users <= {"graph.connection"}


def test_cypher_stands_in_cypher_files_only() -> None:
    wrong = {module_of(path) for path in PYTHON for text in strings_of(path) if CYPHER.search(text)}
    assert wrong == {"graph.cli.examples"}, "but what users are shown to type"


def strings_of(path: Path) -> list[str]:
    """The string literals of a module that are not docstrings."""
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
    usual = {"pyproject.toml", "README.md", "CONTRIBUTING.md", "Makefile", "LICENSE", "CHANGELOG.md", "requirements.lock"}
    usual |= {"SECURITY.md", "THIRD_PARTY.md"}
    generated = {"dist", "build", "artifacts"}
    assert found <= {"graph", "loaders", "cypher", "tests", "docker"} | usual | generated
