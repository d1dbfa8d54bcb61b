"""Author lists of several documents as slots."""

from itertools import permutations

from graph.load.claims import Claim
from graph.load.slots import align
from loaders.records import Authorship, Identifier
from tests.unit.load.statements import authors, claim, owner

TITLE = "How Ants Share What They Carry"


def slots(*claims: Claim) -> list[tuple[int | None, str, list[str]]]:
    """Position, owner's uid and printed names of each slot; the same for any order of the claims."""
    outcomes = [[(slot.position, slot.owner, slot.names) for slot in align(order)] for order in permutations(claims)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return outcomes[0]


def test_a_second_list_adds_forms_and_no_second_slot() -> None:
    full = claim(0, title=TITLE, authors=authors("Ada Berg", "Samuel L. Smith"))
    short = claim(1, title=TITLE, authors=authors("A. Berg", "Sam Smith"))
    assert slots(full, short) == [
        (1, "name:ada berg", ["A. Berg", "Ada Berg"]),
        (2, "name:samuel l. smith", ["Sam Smith", "Samuel L. Smith"]),
    ]


def test_another_given_name_in_the_same_place_is_of_the_same_person() -> None:
    one = claim(0, title=TITLE, authors=authors("Ada Berg", "Helena M. Verkooijen"))
    other = claim(1, title=TITLE, authors=authors("Ada Berg", "L. Verkooijen"))
    assert [(position, names) for position, _, names in slots(one, other)] == [
        (1, ["Ada Berg"]),
        (2, ["Helena M. Verkooijen", "L. Verkooijen"]),
    ]
    elsewhere = claim(1, title=TITLE, authors=authors("L. Verkooijen", "Ada Berg"))
    assert len(slots(one, elsewhere)) == 3, "in another place it may be another person"
    another = claim(1, title=TITLE, authors=authors("Ada Berg", "Lena Vermeer"))
    assert len(slots(one, another)) == 3, "another family name is another person's"


def test_lists_in_another_order_are_aligned_by_name() -> None:
    one, other = authors("Wei Li", "Ming Li"), authors("Ming Li", "Wei Li")
    found = slots(claim(0, title=TITLE, authors=one), claim(1, title=TITLE, authors=other))
    assert sorted(names for _, _, names in found) == [["Ming Li"], ["Wei Li"]]


def test_the_owner_of_a_page_takes_the_place_that_a_list_gives() -> None:
    page = claim(0, title=TITLE, authors=owner("Bo Lind"), authors_complete=False)
    assert slots(page) == [(None, "name:bo lind", ["Bo Lind"])]
    listed = claim(1, title=TITLE, authors=authors("Ada Berg", "Bo Lind"))
    assert slots(page, listed) == [(1, "name:ada berg", ["Ada Berg"]), (2, "name:bo lind", ["Bo Lind"])]


def test_an_owner_behind_et_al_gets_a_slot_of_unknown_position() -> None:
    said = (*authors("Ada Berg", "Bo Lind"), Authorship(name="Eva Ek"))
    assert slots(claim(0, title=TITLE, authors=said, authors_complete=False)) == [
        (1, "name:ada berg", ["Ada Berg"]),
        (2, "name:bo lind", ["Bo Lind"]),
        (None, "name:eva ek", ["Eva Ek"]),
    ]


def test_an_owner_printed_with_initials_in_the_list_of_the_same_page_is_one_slot() -> None:
    said = (*authors("B. Das", "M. Mondal"), Authorship(name="Bishshoy Das"))
    assert slots(claim(0, title=TITLE, authors=said, authors_complete=False)) == [
        (1, "name:bishshoy das", ["B. Das", "Bishshoy Das"]),
        (2, "name:m. mondal", ["M. Mondal"]),
    ]


def test_a_slot_belongs_to_the_most_specific_record() -> None:
    bare = claim(0, title=TITLE, authors=authors("Zheng Xu", "Hao Li"))
    numbered = claim(1, title=TITLE, authors=authors("Zheng Xu 0002", "Hao Li"))
    known = (Authorship(name="Zheng Xu", position=1), Authorship(name="Hao Li", position=2, ids=(Identifier("openalex", "A7"),)))
    assert [uid for _, uid, _ in slots(bare, numbered)] == ["name:zheng xu 0002", "name:hao li"]
    assert [uid for _, uid, _ in slots(bare, numbered, claim(2, title=TITLE, authors=known))] == [
        "name:zheng xu 0002",
        "openalex:A7",
    ]


def test_a_truncated_list_is_completed_by_a_longer_one() -> None:
    cut = claim(0, title=TITLE, authors=authors("Ada Berg"), authors_complete=False)
    longer = claim(1, title=TITLE, authors=authors("Ada Berg", "Bo Lind", "Eva Ek"), authors_complete=False)
    assert [position for position, _, _ in slots(cut, longer)] == [1, 2, 3]


def test_lists_in_another_order_align_by_name() -> None:
    first = claim(0, title=TITLE, authors=authors("Ada Berg", "Bo Lind", "Eva Ek"))
    second = claim(1, title=TITLE, authors=authors("Eva Ek", "Ada Berg"), authors_complete=False)
    assert slots(first, second) == [
        (1, "name:ada berg", ["Ada Berg"]),
        (2, "name:bo lind", ["Bo Lind"]),
        (3, "name:eva ek", ["Eva Ek"]),
    ]


def test_a_name_that_fits_nobody_is_kept_without_a_place_that_is_taken() -> None:
    first = claim(0, title=TITLE, authors=authors("Ada Berg", "Bo Lind"))
    second = claim(1, title=TITLE, authors=authors("Ada Berg", "Karl Holm"), authors_complete=False)
    assert slots(first, second) == [
        (1, "name:ada berg", ["Ada Berg"]),
        (2, "name:bo lind", ["Bo Lind"]),
        (None, "name:karl holm", ["Karl Holm"]),
    ]


def test_two_people_of_one_name_on_one_paper_are_two_slots() -> None:
    assert len(slots(claim(0, title=TITLE, authors=authors("Wei Wang", "Wei Wang")))) == 2


def test_editors_are_not_authors() -> None:
    said = (*authors("Ada Berg"), Authorship(name="Bo Lind", position=1, role="editor"))
    assert [uid for _, uid, _ in slots(claim(0, title=TITLE, authors=said))] == ["name:ada berg"]


def test_a_list_that_prints_a_name_twice_has_two_slots_however_many_documents_print_it() -> None:
    first = claim(0, title=TITLE, authors=authors("Tom Olesky", "Heping Zhengo", "Tom Olesky", "T. Olesky"))
    second = claim(1, title=TITLE, authors=authors("Tom Olesky", "Heping Zhengo", "Tom Olesky", "T. Olesky"))
    found = slots(first, second)
    assert [(position, names) for position, _, names in found] == [
        (1, ["Tom Olesky"]),
        (2, ["Heping Zhengo"]),
        (3, ["Tom Olesky"]),
        (4, ["T. Olesky"]),
    ]


def test_a_second_list_in_another_order_makes_no_further_slot_of_a_name_that_stands_twice() -> None:
    first = claim(0, title=TITLE, authors=authors("Tom Olesky", "Heping Zhengo", "Tom Olesky"))
    second = claim(1, title=TITLE, authors=authors("Heping Zhengo", "Tom Olesky", "Tom Olesky"))
    assert [names for _, _, names in slots(first, second)] == [["Tom Olesky"], ["Heping Zhengo"], ["Tom Olesky"]]


def test_two_people_of_one_name_keep_the_ids_that_a_document_gives_each() -> None:
    def minorsky(position: int, orcid: str) -> Authorship:
        return Authorship(name="Vlad Minorsky", position=position, ids=(Identifier("orcid", orcid),))

    both = (minorsky(1, "0000-0001-7075-7090"), minorsky(2, "0000-0002-1825-0097"))
    found = slots(claim(0, title=TITLE, authors=both), claim(1, title=TITLE, authors=authors("Vlad Minorsky", "Vlad Minorsky")))
    assert [uid for _, uid, _ in found] == ["orcid:0000-0001-7075-7090", "orcid:0000-0002-1825-0097"]


def test_what_could_not_be_told_apart_stands_until_a_document_names_the_people() -> None:
    printed = Authorship(name="Berg, Smith, Chan", position=1, kind="undivided")
    unread = claim(0, title=TITLE, authors=(printed,), authors_complete=False)
    again = claim(2, title=TITLE, authors=(printed,), authors_complete=False)
    assert slots(unread, again) == [(1, "name:berg, smith, chan", ["Berg, Smith, Chan"])]
    assert [slot.kind for slot in align([unread])] == ["undivided"]
    named = claim(1, title=TITLE, authors=authors("Ada Berg", "Samuel Smith", "Bo Chan"))
    assert [names for _, _, names in slots(unread, named)] == [["Ada Berg"], ["Samuel Smith"], ["Bo Chan"]]


def test_other_names_are_kept_beside_the_printed_ones_and_leave_a_moved_slot() -> None:
    known = (Authorship(name="Z. Berg", position=1, ids=(Identifier("openalex", "A7"),), other_names=("Zoë Berg",)),)
    [slot] = align([claim(0, title=TITLE, authors=known)])
    assert (slot.name, slot.names, slot.other_names) == ("Z. Berg", ["Z. Berg"], ["Zoë Berg"])
    slot.moved_to = "name:zara berg"
    assert slot.other_names == []
