"""Institutions in a real graph: which records there are, which of them are one organisation, what ties people and papers to them,
and that all of it follows from what documents and decisions say now."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.facade import ScholarGraph
from loaders.records import Affiliation, Authorship, Identifier, InstitutionRecord, Person, Record
from tests.integration.snapshots import snapshot
from tests.integration.statements import say

GRID, ISNI = Identifier("grid", "grid.5685.e"), Identifier("isni", "0000000419368668")
ROR = "04m01e293"
UNIT = "Department of Physics, University of York, York, UK"


def at(name: str, *ids: Identifier, ror: str | None = None) -> Affiliation:
    return Affiliation(name, ror, ids)


def paper(title: str, *people: tuple[str, Affiliation | None], year: int = 2020) -> Record:
    authors = tuple(
        Authorship(name=name, position=place, affiliations=(where,) if where else ())
        for place, (name, where) in enumerate(people, 1)
    )
    return Record(where="record 1", title=title, year=year, authors=authors)


def organisations(graph: ScholarGraph) -> dict[str, tuple[str, str | None]]:
    rows = graph.connection.read("MATCH (i:Institution) RETURN i.uid AS uid, i.organisation AS of, i.country AS country").rows
    return {str(row["uid"]): (str(row["of"]), row["country"]) for row in rows}  # type: ignore[misc]


def stays(graph: ScholarGraph) -> dict[tuple[str, str], tuple[object, ...]]:
    rows = graph.connection.read(
        "MATCH (a:Author)-[r:AFFILIATED_WITH]->(i) RETURN a.name AS name, i.uid AS uid, r.papers AS papers, "
        "r.first_year AS first, r.last_year AS last, r.years AS years"
    ).rows
    return {(str(row["name"]), str(row["uid"])): (row["papers"], row["first"], row["last"], row["years"]) for row in rows}


def written_at(graph: ScholarGraph) -> set[tuple[object, ...]]:
    rows = graph.connection.read(
        "MATCH (p:Paper)-[w:WRITTEN_AT]->(i) RETURN p.title, w.author, w.position, i.uid, w.unit, w.city, w.country, w.address"
    ).rows
    return {tuple(row.values()) for row in rows}


def test_an_address_is_parted_and_kept_as_printed(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at(UNIT)), ("Bo Lind", at("NA"))))
    york = "institution:univ york|gb"
    assert written_at(graph) == {("On Tides", "name:ada berg", 1, york, "Department of Physics", "York", "GB", UNIT)}
    assert organisations(graph) == {york: (york, "GB")}
    slots = graph.connection.read(
        "MATCH (a)-[w:WROTE]->() RETURN a.name AS name, w.affiliation AS at, w.institutions AS places"
    ).rows
    assert {row["name"]: (row["at"], row["places"]) for row in slots} == {"Ada Berg": (UNIT, [york]), "Bo Lind": ("NA", None)}
    quality = {row["metric"]: row["count"] for row in graph.data_quality().to_dict("records")}
    assert quality["affiliations_without_institution"] == 1
    listed = graph.query("data_quality_list", metric="affiliations_without_institution")
    assert listed["detail"].tolist() == ["NA (name:bo lind)"]


def test_records_of_one_organisation_are_asked_together_by_any_of_their_names_and_uids(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at("Univ. York", ror=ROR)), ("Bo Lind", None), year=2001))
    say(graph, "two", paper("On Waves", ("Ada Berg", at(UNIT)), ("Cy Dahl", at("UNIVERSITY OF YORK")), year=2005))
    ror = f"ror:{ROR}"
    assert {of for of, _ in organisations(graph).values()} == {ror}
    assert set(organisations(graph)) == {ror, "institution:univ york|gb", "institution:univ york"}
    for called in ("univ. york", "University of York", ror, "institution:univ york", "institution:univ york|gb"):
        people = graph.institution_people(called)
        assert people[["name", "papers", "of_institution"]].to_numpy().tolist() == [["Ada Berg", 2, 2], ["Cy Dahl", 1, 2]], called
    for uid in organisations(graph):
        [profile] = graph.query("institution_profile", institution=uid).to_dict("records")
        assert (profile["uid"], profile["country"], profile["papers"], profile["people"]) == (ror, "GB", 2, 2)
        assert graph.query("papers_by_year", institution=uid)["papers"].tolist() == [1, 1]
    [counted] = graph.query("institution_counts", author="Ada Berg").to_dict("records")
    assert (counted["uid"], counted["papers"], counted["country"]) == (ror, 2, "GB")
    assert graph.search("york", kinds=["institution"])["uid"].tolist() == [ror]


def test_namesakes_in_two_countries_are_two_organisations(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at("University of York, York, UK")), ("Bo Lind", at("University of York"))))
    assert {of for of, _ in organisations(graph).values()} == {"institution:univ york"}
    say(graph, "two", paper("On Ice", ("Cy Dahl", at("University of York, York, PA, USA"))))
    assert {uid: of for uid, (of, _) in organisations(graph).items()} == {uid: uid for uid in organisations(graph)}
    graph.unload("two")
    assert {of for of, _ in organisations(graph).values()} == {"institution:univ york"}


def test_what_goes_leaves_no_name_id_or_country_behind(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at("Univ York", ror=ROR))))
    before = snapshot(graph)
    say(graph, "two", paper("On Waves", ("Ada Berg", at(UNIT, GRID, ror=ROR)), ("Bo Lind", at(UNIT, GRID))))
    say(graph, "three", InstitutionRecord(where="line 1", name="York", ror=ROR, ids=(ISNI,), aliases=("UoY",)))
    say(graph, "four", Person(where="line 1", name="Cy Dahl", affiliations=(at("University of York, UK", ISNI, ror=ROR),)))
    [row] = graph.connection.read("MATCH (i:Institution {uid: $uid}) RETURN i", {"uid": f"ror:{ROR}"}).rows
    known = dict(row["i"])  # type: ignore[call-overload]
    assert (known["name"], known["country"], known["ids"]) == ("York", "GB", [GRID.curie, ISNI.curie])
    assert organisations(graph)[GRID.curie] == (f"ror:{ROR}", "GB")
    for name in ("three", "two", "four"):
        graph.unload(name)
    assert snapshot(graph) == before


def test_a_country_beside_an_affiliation_places_an_institution_and_goes_with_the_document(graph: ScholarGraph) -> None:
    york, graz = Affiliation("Univ York", ROR, (), "United Kingdom", "Heslington"), Affiliation("Univ Graz", None, (), "AT")
    bare = paper("On Tides", ("Ada Berg", at("Univ York", ror=ROR)), ("Bo Lind", at("Univ Graz")))
    placed_there = paper("On Tides", ("Ada Berg", york), ("Bo Lind", graz))
    lund = InstitutionRecord(where="line 1", name="Univ Lund", ids=(ISNI,), country="SE")
    say(graph, "one", bare)
    before = snapshot(graph)
    say(graph, "two", placed_there)
    say(graph, "three", lund)
    assert organisations(graph) == {
        f"ror:{ROR}": (f"ror:{ROR}", "GB"),
        "institution:univ graz|at": ("institution:univ graz|at", "AT"),
        "institution:univ lund|se": ("institution:univ lund|se", "SE"),
    }
    places = graph.connection.read(
        "MATCH ()-[w:WRITTEN_AT]->() RETURN w.position AS at, w.city AS city, w.country AS country"
    ).rows
    assert {(row["at"], row["city"], row["country"]) for row in places} == {(1, "Heslington", "GB"), (2, None, "AT")}
    assert graph.query("country_people", country="GB")["name"].tolist() == ["Ada Berg"]
    whole = graph.fingerprint()
    graph.unload("three")
    graph.unload("two")
    assert snapshot(graph) == before
    graph.unload("one")
    say(graph, "three", lund)
    say(graph, "two", placed_there)
    say(graph, "one", bare)
    assert graph.fingerprint() == whole


def test_an_organisation_is_called_as_most_call_it_unless_a_record_of_its_own_says_how(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at("Ohio State U.", ISNI, ror=ROR))))
    before = snapshot(graph)
    say(graph, "two", paper("On Waves", *((name, at("The Ohio State University, USA", ISNI)) for name in ("Bo Lind", "Cy Dahl"))))
    ror = f"ror:{ROR}"

    def profile(uid: str) -> dict[object, object]:
        [row] = graph.query("institution_profile", institution=uid).to_dict("records")
        return dict(row)

    known = profile(ror)
    assert (known["uid"], known["name"], known["aliases"]) == (ror, "The Ohio State University", ["Ohio State U."])
    assert {one["name"] for one in known["records"]} == {"Ohio State U.", "The Ohio State University"}  # type: ignore[attr-defined]
    for called in ("Ohio State U.", "the ohio state university"):
        assert graph.institution_people(called)["of_institution"].tolist() == [2, 2, 2], called
    assert graph.search("ohio state u", kinds=["institution"])["name"].tolist() == ["The Ohio State University"]
    say(graph, "three", InstitutionRecord(where="line 1", name="Ohio State U.", ror=ROR))
    assert profile(ror)["name"] == "Ohio State U."
    graph.unload("three")
    assert profile(ror) == known
    graph.unload("two")
    assert snapshot(graph) == before


def test_how_long_somebody_is_somewhere_is_counted_from_their_papers(graph: ScholarGraph) -> None:
    york = "institution:univ york"
    say(graph, "one", paper("On Tides", ("Ada Berg", at("University of York")), year=2001))
    say(graph, "two", paper("On Waves", ("Ada Berg", at("Univ. York")), ("Bo Lind", at("University of York")), year=2005))
    say(graph, "page", Person(where="line 1", name="Cy Dahl", affiliations=(at("The University of York"),)))
    assert stays(graph) == {
        ("Ada Berg", york): (2, 2001, 2005, [2001, 2005]),
        ("Bo Lind", york): (1, 2005, 2005, [2005]),
        ("Cy Dahl", york): (0, None, None, None),
    }
    graph.unload("one")
    assert stays(graph)["Ada Berg", york] == (1, 2005, 2005, [2005])


def test_an_authorship_that_a_decision_moves_takes_its_institution_along(graph: ScholarGraph) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at(UNIT)), ("Bo Lind", at("University of Graz")), year=2001))
    say(graph, "two", paper("On Waves", ("Ada Berg", at(UNIT)), year=2005))
    before = placed(graph)
    assert before == {("name:ada berg", 2, (2001, 2005)), ("name:bo lind", 1, (2001,))}
    [uid] = graph.cypher("MATCH (p:Paper {title: 'On Tides'}) RETURN p.uid")["p.uid"]
    made = graph.decisions.reassign("Ada Berg", [uid], by="ana")
    [moved] = {str(row[1]) for row in written_at(graph) if row[0] == "On Tides"} - {"name:bo lind"}
    assert moved == made.records[1]
    assert placed(graph) == {("name:ada berg", 1, (2005,)), (moved, 1, (2001,)), ("name:bo lind", 1, (2001,))}
    graph.decisions.undo(made.number, by="ana")
    assert placed(graph) == before
    assert {row[1] for row in written_at(graph)} == {"name:ada berg", "name:bo lind"}


def placed(graph: ScholarGraph) -> set[tuple[object, ...]]:
    rows = graph.connection.read(
        "MATCH (a)-[r:AFFILIATED_WITH]->() RETURN a.uid AS uid, r.papers AS papers, r.years AS years"
    ).rows
    return {(row["uid"], row["papers"], tuple(row["years"])) for row in rows}  # type: ignore[arg-type]


@pytest.mark.any_line
def test_a_dump_brings_institutions_back_as_they_were(graph: ScholarGraph, clean: Callable[[], None], tmp_path: Path) -> None:
    say(graph, "one", paper("On Tides", ("Ada Berg", at(UNIT, ISNI, ror=ROR)), ("Bo Lind", at("University of York"))))
    before, known = graph.fingerprint(), written_at(graph)
    graph.dump(tmp_path / "graph.dump")
    clean()
    graph.restore(tmp_path / "graph.dump")
    assert graph.fingerprint() == before
    assert written_at(graph) == known


def test_a_refresh_that_was_broken_off_is_made_good_by_the_next(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.organisations import refresh

    papers = [paper(f"On Tides {number}", ("Ada Berg", at(f"University of Ek{number}"))) for number in range(5)]
    say(graph, "one", *(Record(where=f"record {n}", title=one.title, authors=one.authors) for n, one in enumerate(papers)))
    whole = graph.fingerprint()
    graph.connection.write("MATCH (i:Institution) SET i.due = 1, i.organisation = i.uid, i.keys = ['name:gone'], i.name = 'gone'")
    monkeypatch.setattr(refresh, "AT_ONCE", 2)
    monkeypatch.setattr(refresh, "organisations", _broken)
    with pytest.raises(KeyboardInterrupt):
        graph.compare_names()
    monkeypatch.undo()
    monkeypatch.setattr(refresh, "MANY", 2)
    graph.compare_names()
    assert graph.fingerprint() == whole


def _broken(_records: object) -> None:
    raise KeyboardInterrupt
