"""Embase's table: one cell says where a work stands, one link has its identifiers."""

import pytest

from loaders.records import Subject
from tests.unit.loaders.json_parts import ids, loaded, names, places

HEADER = (
    "Title,Original Title,Author Names,Correspondence Address,Source,Abstract,Emtree Drug Index Terms,"
    "Emtree Medical Index Terms,Open URL Link\n"
)
LINK = "http://sfx.example.org/x?sid=EMBASE&issn=00166731&id=doi:10.5555%2Fants.1&atitle=Ants&date=2004"


def table(source: str) -> str:
    cells = (
        "Ants",
        "",
        "Eloubeidi M.A., Cohn M.",
        "M. Cohn, Ant Program, Graz. Email: cohn@example.org",
        source,
        "Text.",
        "resin (drug therapy)",
        "ant nest (diagnosis, surgery), resin",
        LINK,
    )
    return HEADER + ",".join(f'"{cell}"' for cell in cells) + "\n"


@pytest.mark.parametrize(
    ("source", "place", "numbers", "date"),
    [
        ("Ants (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004", "Ants", ("102", "4", "253-258"), "2004-08-25"),
        ("Ant Letters (2019) 54 (83-86). Date of Publication: January 2019", "Ant Letters", ("54", None, "83-86"), "2019-01"),
        ("Ant Letters (2014) 3:SUPPL. 1. Date of Publication: 2014", "Ant Letters", ("3", "SUPPL. 1", None), "2014"),
        ("Acta (Graz) (2014). Date of Publication: 2014", "Acta (Graz)", (None, None, None), "2014"),
    ],
)  # fmt: skip
def test_the_source_says_where_and_when(source: str, place: str, numbers: tuple[str | None, ...], date: str) -> None:
    [work] = loaded(table(source), "embase_csv").records
    assert (places(work)[0][:2], work.date) == ((place, "journal"), date)
    assert (work.volume, work.issue, work.pages) == numbers


def test_authors_ids_and_headings_come_from_their_columns() -> None:
    [work] = loaded(table("Ant Letters (2004) 102:4 (253-258)"), "embase_csv").records
    assert (names(work), ids(work)) == ([(1, "M.A. Eloubeidi"), (2, "M. Cohn")], {"doi": ["10.5555/ants.1"]})
    assert [[place.name for place in author.affiliations] for author in work.authors] == [[], ["Ant Program, Graz"]]
    assert [one.curie for one in work.publications[0].ids] == ["issn:0016-6731"]
    assert work.subjects == tuple(Subject(scheme="emtree", code=term, label=term) for term in ("resin", "ant nest"))
