"""How names are printed does not make other people of them: names in capitals, and one name that holds several people."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

from graph.facade import ScholarGraph

SHOUTED = "@article{a, title={Ants on bridges}, year=2001, doi={10.5555/ants}, author={CHENOW, BO and LEEWARD, ANN}}"
GLUED = {
    "id": "https://openalex.org/W1",
    "title": "Bees on towers",
    "doi": "https://doi.org/10.5555/bees",
    "authorships": [{"author": {"id": "https://openalex.org/A11", "display_name": "Ann Leeward and Bo Chenow"}}],
}


def _names(graph: ScholarGraph) -> dict[str, list[str]]:
    rows = graph.cypher("MATCH (a:Author) RETURN a.name AS name, a.name_forms AS forms, a.ids AS ids")
    assert all(not any("openalex" in known for known in ids) for ids in rows["ids"])
    return {name: sorted(forms) for name, forms in zip(rows["name"], rows["forms"], strict=True)}


def test_capitals_are_shown_small_until_a_document_prints_the_name(graph: ScholarGraph, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(SHOUTED, encoding="utf-8")
    graph.load([tmp_path / "a.bib"])
    assert _names(graph) == {"Bo Chenow": ["BO CHENOW"], "Ann Leeward": ["ANN LEEWARD"]}
    assert graph.profile("Bo Chenow")["papers"] == graph.profile("BO CHENOW")["papers"] == 1


def test_two_people_in_one_name_are_those_of_other_documents_in_any_order(
    graph: ScholarGraph, tmp_path: Path, clean: Callable[[], None]
) -> None:
    (tmp_path / "a.bib").write_text(SHOUTED, encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(GLUED), encoding="utf-8")
    outcomes = []
    for order in permutations(("a.bib", "b.json")):
        clean()
        for name in order:
            report = graph.load([tmp_path / name])
            said = [warning.reason for document in report.documents for warning in document.warnings]
            assert any("A11" in reason for reason in said) == (name == "b.json")
        outcomes.append((_names(graph), graph.profile("Bo Chenow")["papers"], graph.profile("Ann Leeward")["collaborators"]))
    expected = {"Bo Chenow": ["BO CHENOW", "Bo Chenow"], "Ann Leeward": ["ANN LEEWARD", "Ann Leeward"]}
    assert outcomes == [(expected, 2, 1)] * 2
