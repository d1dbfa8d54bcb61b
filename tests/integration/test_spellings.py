"""One identifier in several spellings is one work and one person in the graph, and names them for whoever asks."""

import json
from pathlib import Path

import pytest

from graph.errors import UnknownNameError
from graph.facade import ScholarGraph

SICI = "10.5555/(SICI)1234-5678(199912)3:1<7::AID-FN17>3.0.CO;2-K"
ENCODED = "10.5555%2F%28SICI%291234-5678%28199912%293%3A1%3C7%3A%3AAID-FN17%3E3.0.CO%3B2-K"
IN_TEX = SICI.replace("<", r"\textless{}").replace(">", "{$>$}")
ENTRIES = (
    "@article{a, author={Ruiz, Ana and Lind, Bo}, title={Path dependence of fields}, year=1999, doi={" + IN_TEX + "}}",
    "@article{b, author={Ruiz, Ana and Lind, Bo}, title={Soils of the north}, year=1999, url={https://doi.org/" + ENCODED + "}}",
)
RECORD = "PT J\nAU Ruiz, A\nAF Ruiz, Ana\nOI Ruiz, Ana/0000-0002-1694-233X\nTI {}\nDI {}\nER\n\n"


def test_documents_that_spell_a_doi_differently_describe_one_work(graph: ScholarGraph, tmp_path: Path) -> None:
    for number, entry in enumerate(ENTRIES):
        (tmp_path / f"{number}.bib").write_text(entry, encoding="utf-8")
    (tmp_path / "2.csv").write_text(f'Title,Authors,DOI\nOther words,"Ruiz, Ana; Lind, Bo","{SICI.upper()}"\n', encoding="utf-8")
    graph.load(sorted(tmp_path.iterdir()))
    assert graph.cypher("MATCH (p:Paper) RETURN p.doi AS doi")["doi"].tolist() == [SICI.lower()]


def test_papers_and_people_are_called_by_an_identifier_in_any_spelling(graph: ScholarGraph, tmp_path: Path) -> None:
    page = tmp_path / "works.ciw"
    records = RECORD.format("Soils of the north", SICI) + RECORD.format("Fields", "10.5555/fields")
    page.write_text(f"FN Clarivate\nVR 1.0\n{records}EF\n", encoding="utf-8")
    graph.load([page])
    for said in ("https://orcid.org/0000-0002-1694-233x", "000000021694233X", "0000-0002-1694-233X"):
        assert graph.author_uid(said) == "orcid:0000-0002-1694-233X"
    for said in (f"https://doi.org/{ENCODED}", f"doi:{SICI}", SICI.replace("<", "&lt;")):
        [slot] = graph.decisions.confirm("Ana Ruiz", papers=[said], by="me").slots
        assert slot.caption == "Soils of the north"
    with pytest.raises(UnknownNameError, match="no one paper"):
        graph.decisions.confirm("Ana Ruiz", papers=["doi:10.5555/none"], by="me")


def test_a_name_that_a_source_gives_beside_the_printed_one_is_a_form_of_the_same_record(
    graph: ScholarGraph, tmp_path: Path
) -> None:
    shown = {"id": "https://openalex.org/A1", "display_name": "Zoë Håkansson"}
    work = {
        "id": "https://openalex.org/W1",
        "title": "Of Ants",
        "authorships": [{"author": shown, "raw_author_name": "Z. Hakansson"}],
    }
    page = tmp_path / "works.json"
    page.write_text(json.dumps({"results": [work]}), encoding="utf-8")
    graph.load([page])
    [record] = graph.cypher("MATCH (a:Author)-[w:WROTE]->() RETURN a.name_forms AS forms, w.name AS printed").to_dict("records")
    assert (record["forms"], record["printed"]) == (["Z. Hakansson", "Zoë Håkansson"], "Z. Hakansson")
    assert graph.author_uid("Zoë Håkansson") == "openalex:A1"
