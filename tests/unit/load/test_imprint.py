"""A paper has the publisher, place, languages and address that most of its documents give, whatever their order, and the day on
which it appeared."""

from itertools import permutations
from typing import Any

from graph.load.claims import Claim
from graph.load.paper import Appearance, Paper, paper_of
from graph.load.works import Work
from loaders.records import Identifier, Publication, Record

JOURNAL = (Publication(venue="Journal of Ants", kind="journal", year=2020),)
PREPRINT = (Publication(venue="arXiv", kind="preprint", year=2020),)


def record(*places: Publication, **known: Any) -> Record:
    return Record(where="line 1", title="How ants walk", publications=places or JOURNAL, year=2020, **known)


def paper(*records: Record) -> Paper:
    """The paper that these records add up to, in whatever order they come."""
    claims = [Claim.of(f"document:{number}", 0, one) for number, one in enumerate(records)]
    found = [paper_of(Work(tuple(order))) for order in permutations(claims)]
    assert all(one.properties == found[0].properties and one.appearances == found[0].appearances for one in found)
    return found[0]


def told(*records: Record) -> tuple[object, ...]:
    properties = paper(*records).properties
    return tuple(properties[name] for name in ("publisher", "place", "languages", "url"))


def test_what_most_documents_say_counts_in_whatever_case() -> None:
    assert told(record(publisher="Ant Press"), record(publisher="ANT PRESS"), record(publisher="Bee House")) == (
        "Ant Press",
        None,
        None,
        None,
    )
    assert told(record(languages=("en",)), record(languages=("en",)), record(languages=("en", "de")))[2] == ["en"]


def test_the_published_version_stands_before_a_preprint() -> None:
    preprint = record(*PREPRINT, publisher="Ant Archive", place="Ithaca", url="https://archive.example.org/1")
    published = record(publisher="Ant Press", url="https://press.example.org/1")
    assert told(preprint, preprint, published) == ("Ant Press", None, None, "https://press.example.org/1")
    assert told(preprint)[:2] == ("Ant Archive", "Ithaca")


def test_no_imprint_is_made_up_of_two() -> None:
    assert told(record(publisher="ACM"), record(publisher="Ant Press", place="Graz"))[:2] == ("Ant Press", "Graz")
    assert told(record(publisher="ACM"), record(publisher="ACM"), record(publisher="Ant Press", place="Graz"))[:2] == (
        "ACM",
        None,
    )
    assert told(record(publisher="ACM"), record(place="New York"))[:2] == ("ACM", "New York")


def test_a_page_is_a_better_address_than_a_file() -> None:
    given = ["https://a.example.org/x.pdf", "http://a.example.org/x", "https://a.example.org/xyz"]
    assert told(*(record(url=url) for url in given))[3] == "https://a.example.org/xyz"


def seen(*records: Record) -> dict[str, Appearance]:
    return {one.venue: one for one in paper(*records).appearances}


def test_the_day_is_that_of_the_appearance_and_as_exact_as_any_document_says() -> None:
    preprint = record(*PREPRINT, date="2020-01-03", kind="preprint")
    places = seen(preprint, record(date="2020-06"), record(date="2020-06-15"), record(date="2020"))
    assert {name: place.date for name, place in places.items()} == {"arXiv": "2020-01-03", "Journal of Ants": "2020-06-15"}
    assert seen(record(date="2020"), record(date="2019-12-31"))["Journal of Ants"].date is None


def test_a_preprint_that_knows_where_it_appeared_later_does_not_date_that() -> None:
    places = seen(record(*JOURNAL, *PREPRINT, date="2020-01-03", kind="preprint"))
    assert (places["Journal of Ants"].date, places["arXiv"].date) == (None, "2020-01-03")


def test_the_number_of_a_series_is_kept_where_the_work_appeared() -> None:
    series = (Identifier("issn", "1234-5679"),)
    places = seen(record(Publication(venue="Ants 2020", kind="conference", year=2020, series=series)))
    assert places["Ants 2020"].series == ("issn:1234-5679",)
