"""Entities are decoded once, in every text of every format."""

import pytest

from loaders.parsing.html_entities import decoded
from loaders.records import Record
from tests.unit.loaders.json_parts import loaded
from tests.unit.loaders.one_work import FORMATS, gives, read, written

ONCE = {
    "title": ("Soils &amp; Ferm&eacute;s: p &lt; 0.05", "Soils & Fermés: p < 0.05"),
    "abstract": ("Sand&#8211;clay &amp; loam.", "Sand–clay & loam."),
    "venue": ("Soils &amp; Tillage", "Soils & Tillage"),
    "family": ("M&uuml;ller", "Müller"),
    "given": ("Zo&#xEB;", "Zoë"),
    "place": ("Dept Soil &amp; Water, Graz", "Dept Soil & Water, Graz"),
    "keyword": ("soil &amp; water", "soil & water"),
}


def _said(record: Record) -> dict[str, str | None]:
    journal = [place.venue for place in record.publications if place.kind != "preprint"]
    return {
        "title": record.title,
        "abstract": record.abstract,
        "venue": journal[0] if journal else None,
        "name": record.authors[0].name,
        "place": next((place.name for place in record.authors[0].affiliations), None),
        "keyword": next((subject.label for subject in record.subjects if subject.scheme in ("keyword", "s2")), None),
    }


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("escaped", ["once", "twice"])
def test_every_text_of_every_format_is_decoded(format_name: str, escaped: str) -> None:
    given = {name: value for name, (value, _) in ONCE.items()}
    if escaped == "twice":
        given = {name: value.replace("&", "&amp;").replace("&amp;lt;", "&lt;") for name, value in given.items()}
    found = _said(read(format_name, **given))
    meant = {name: value for name, (_, value) in ONCE.items() if gives(format_name, name)}
    meant["name"] = f"{meant.pop('given', 'A.')} {meant.pop('family')}"
    assert {name: found[name] for name in meant} == meant


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_text_about_entities_keeps_them(format_name: str) -> None:
    assert read(format_name, title="How &amp;lt; is read").title == "How &lt; is read"


@pytest.mark.parametrize("format_name", sorted(set(FORMATS) - {"arxiv_snapshot", "unarxive"}))
def test_tags_go_however_often_they_are_escaped(format_name: str) -> None:
    spelled = (
        "<i>Zea mays</i> fields",
        "&lt;i&gt;Zea mays&lt;/i&gt; fields",
        "&amp;lt;i&amp;gt;Zea mays&amp;lt;/i&amp;gt; fields",
    )
    if "<i>" in written(format_name, title=spelled[0]):
        assert {read(format_name, title=title).title for title in spelled} == {"Zea mays fields"}


def test_the_semicolon_of_an_entity_divides_no_list() -> None:
    table = 'Title,Authors,Affiliations\nSoils,"M&uuml;ller, Ana; Ruiz, Bo","Soil &amp; Water; Sand &amp; Clay"\n'
    [record] = loaded(table, "table").records
    assert [(author.name, author.affiliations[0].name) for author in record.authors] == [
        ("Ana Müller", "Soil & Water"),
        ("Bo Ruiz", "Sand & Clay"),
    ]


def test_what_html_does_not_know_stays() -> None:
    kept = ("AT&T; R&D;", "a & b", "&notit;", "&;", "&#99999999;", "x&y=1;")
    assert [decoded(text) for text in kept] == list(kept)


def test_line_ends_and_invisible_signs_do_not_come_in() -> None:
    assert decoded("a&#10;b&Tab;c&nbsp;d&shy;e&#8203;f&#0;") == "a b c def"
