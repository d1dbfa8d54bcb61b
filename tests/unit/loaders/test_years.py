"""Years as people write them: none is misread, and what is none is told with how many records it is of."""

import json
from datetime import UTC, datetime

import pytest

from loaders import FORMATS, Source
from loaders.records import Record, Remark

READ = {
    "2019": 2019, "2019a": 2019, "c2005": 2005, "©2005": 2005, "[2005]": 2005, "2005?": 2005, "ca. 1899": 1899, "2019/2020": 2019,
    "2019-20": 2019, "20200401": 2020, "2019.0": 2019,
    "20144": None, "214": None, "forthcoming": None, "in press": None, "n.d.": None, "to appear": None,
    "2099": None, "2150": None, "-2014": None, "accepted 2020; published 2021": 2021, "accepted 2020; revised 2021": None,
    "Dec 2019/Jan 2020": 2019,
    "accepted 3 May 2020; published online: 12 March 2021": 2021,
}  # fmt: skip
DOCUMENTS = {
    "table": 'Title,Authors,Year\nOf Ants,"Lee, Ann",{}\n',
    "scopus_csv": 'Authors,Title,Year,Source title,EID\n"Lee A.",Of Ants,{},J,2-s2.0-1\n',
    "bibtex": "@article{{ants,\n title = {{Of Ants}},\n author = {{Lee, Ann}},\n year = {{{}}}\n}}\n",
    "ris": "TY  - JOUR\nTI  - Of Ants\nAU  - Lee, Ann\nPY  - {}\nER  - \n",
    "endnote_tagged": "%0 Journal Article\n%T Of Ants\n%A Lee, Ann\n%D {}\n",
    "refworks": "RT Journal Article\nT1 Of Ants\nA1 Lee, Ann\nYR {}\n",
    "web_of_science": "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Lee, A\nTI Of Ants\nPY {}\nER\nEF\n",
    "csl_json": '[{{"type": "article-journal", "title": "Of Ants", "author": [{{"family": "Lee"}}], "issued": {{"raw": "{}"}}}}]',
    "zotero": '[{{"key": "A1", "itemType": "journalArticle", "title": "Of Ants", "creators": [], "date": "{}"}}]',
}


def read(name: str, text: str) -> tuple[list[Record], list[str]]:
    known = next(known for known in FORMATS if known.name == name)
    items = list(known.read(Source.of(text)))
    return [item for item in items if isinstance(item, Record)], [item.reason for item in items if isinstance(item, Remark)]


@pytest.mark.parametrize(("printed", "year"), READ.items())
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_year_is_read_or_told_as_none_in_every_format(name: str, printed: str, year: int | None) -> None:
    [record], told = read(name, DOCUMENTS[name].format(printed))
    assert record.year == year
    assert record.date is None or record.date[:4] == str(year)
    expected = [] if year else [f"no year could be read of 1 record, which is kept without one: {printed!r}"]
    assert [reason for reason in told if "no year" in reason] == expected


def test_records_are_counted_by_what_stands_for_their_year() -> None:
    years = ["in press"] * 30 + ["2020", "n.d.", ""]
    text = "Title,Authors,Year\n" + "".join(f"Part {n},Ann Lee,{year}\n" for n, year in enumerate(years))
    records, told = read("table", text)
    assert (len(records), [record.year for record in records if record.year]) == (33, [2020])
    assert told == ["no year could be read of 31 records, which are kept without one: 'in press' (30 times), 'n.d.'"]


@pytest.mark.parametrize("year", [20144, 0, -1, 99999999])
def test_a_number_that_is_no_year_is_none(year: int) -> None:
    work = {"id": "https://openalex.org/W1", "title": "Of Ants", "publication_year": year, "authorships": []}
    [record], told = read("openalex", json.dumps({"results": [work]}))
    assert (record.year, record.date, len(told)) == (None, None, 1)


@pytest.mark.parametrize(("ahead", "is_year"), [(0, True), (2, True), (3, False), (70, False)])
def test_a_year_far_ahead_is_none(ahead: int, is_year: bool) -> None:
    year = datetime.now(UTC).year + ahead
    work = {"id": "https://openalex.org/W1", "title": "Of Ants", "publication_year": year, "publication_date": f"{year}-03-01",
            "authorships": [], "primary_location": {"source": {"display_name": "Ants", "type": "journal"}}}  # fmt: skip
    [record], told = read("openalex", json.dumps({"results": [work]}))
    expected = (year, f"{year}-03-01") if is_year else (None, None)
    assert ((record.year, record.date), record.publications[0].year, len(told)) == (expected, expected[0], 0 if is_year else 1)
