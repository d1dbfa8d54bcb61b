"""Decisions about authorships, found again on the papers that claims add up to."""

from itertools import permutations

from graph.decision_log.decision import Action, Decision, SlotName
from graph.load.claims import Claim
from graph.load.decided_slots import DecidedSlots, name_slot
from graph.load.paper import paper_of
from graph.load.works import group_claims
from loaders.records import Authorship, Identifier
from tests.unit.load.statements import ABSTRACT, arxiv, authors, claim

TITLE = "How Ants Share What They Carry"
ADA, HISTORIAN = "name:ada berg", "split:ada berg 1"


def named(*claims: Claim, record: str = ADA) -> SlotName:
    """The name of a record's slot on the one paper that claims add up to."""
    [work] = group_claims(claims)[0]
    return next(name_slot(work, slot) for slot in paper_of(work).slots if slot.owner == record)


def decided(action: Action, *records: str, slot: SlotName, number: int = 1) -> Decision:
    return Decision(uid=f"d{number}", number=number, action=action, by="ana", at="2026", records=records, slots=(slot,))


def owners(decisions: list[Decision], *claims: Claim) -> list[str]:
    """Whose the slots of the one paper are, whatever the order of the claims."""
    outcomes = []
    for order in permutations(claims):
        [work] = group_claims(order)[0]
        outcomes.append([slot.owner for slot in paper_of(work, DecidedSlots(decisions)).slots])
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return outcomes[0]


PLAIN = claim(0, title=TITLE, authors=authors("Bo Lind", "Ada Berg"), year=2020)
PREPRINT = claim(1, title=TITLE, authors=authors("B. Lind", "Ada Berg"), ids=(arxiv("2001.00001"),), year=2020)
OTHER_ORDER = claim(2, title=TITLE, authors=(Authorship(name="A. Berg"),), ids=(Identifier("doi", "10.1/ants"),), year=2020)
WITH_ID = claim(
    3, title=TITLE, year=2020, ids=(Identifier("doi", "10.1/ants"),),
    authors=(
        Authorship(name="Bo Lind", position=1),
        Authorship(name="Ada Berg", position=2, ids=(Identifier("openalex", "A7"), Identifier("orcid", "0000-0001"))),
    ),
)  # fmt: skip


def test_a_moved_slot_is_found_by_title_or_by_any_identifier() -> None:
    for seen in (PLAIN, PREPRINT, WITH_ID):
        record = "openalex:A7" if seen is WITH_ID else ADA
        moved = [decided("reassign", record, HISTORIAN, slot=named(seen, record=record))]
        for others in ([], [PLAIN], [PREPRINT, OTHER_ORDER], [WITH_ID], [PLAIN, PREPRINT, WITH_ID]):
            together = [seen, *(other for other in others if other is not seen)]
            assert owners(moved, *together)[1:] == [HISTORIAN]
    assert owners([decided("reassign", ADA, HISTORIAN, slot=named(PLAIN))], PREPRINT)[1] == HISTORIAN


def test_an_id_that_comes_later_neither_moves_a_slot_back_nor_follows_it() -> None:
    moved = [decided("reassign", ADA, HISTORIAN, slot=named(PLAIN))]
    [work] = group_claims([PLAIN, WITH_ID])[0]
    slot = paper_of(work, DecidedSlots(moved)).slots[1]
    assert (slot.owner, slot.moved_from, slot.ids) == (HISTORIAN, "openalex:A7", [])


def test_another_paper_of_the_same_name_is_left_alone() -> None:
    moved = [decided("reassign", ADA, HISTORIAN, slot=named(PREPRINT))]
    elsewhere = claim(4, title=TITLE, authors=authors("Bo Lind", "Ada Berg"), ids=(arxiv("1102.00009"),), year=2020)
    assert owners(moved, elsewhere)[1] == ADA
    assert owners(moved, claim(4, title=TITLE, authors=authors("Bo Lind", "Ada Berg"), year=2035))[1] == ADA
    assert owners(moved, claim(4, title="Another Title", authors=authors("Bo Lind", "Ada Berg"), year=2020))[1] == ADA


def test_somebody_else_on_the_paper_is_never_taken_for_the_one_who_is_meant() -> None:
    moved = [decided("reassign", ADA, HISTORIAN, slot=named(PLAIN))]
    assert owners(moved, claim(4, title=TITLE, authors=authors("Bo Lind", "Cy Young"), year=2020)) == [
        "name:bo lind",
        "name:cy young",
    ]


def test_of_two_namesakes_the_one_at_that_place_is_moved() -> None:
    both = claim(4, title=TITLE, authors=authors("Wei Wang", "Bo Lind", "Wei Wang"), year=2020)
    [work] = group_claims([both])[0]
    third = name_slot(work, paper_of(work).slots[2])
    assert owners([decided("reassign", "name:wei wang", "split:x", slot=third)], both) == [
        "name:wei wang",
        "name:bo lind",
        "split:x",
    ]


def test_splits_follow_each_other() -> None:
    first = decided("reassign", ADA, HISTORIAN, slot=named(PLAIN))
    second = decided("reassign", HISTORIAN, "name:cy young", slot=named(PLAIN), number=2)
    assert owners([first, second], PLAIN, WITH_ID)[1] == "name:cy young"


def test_a_paper_without_a_title_is_found_again() -> None:
    untitled = claim(5, abstract=ABSTRACT, authors=authors("Bo Lind", "Ada Berg"))
    moved = [decided("reassign", ADA, HISTORIAN, slot=named(untitled))]
    titled = claim(6, title=TITLE, abstract=ABSTRACT, authors=authors("Bo Lind", "Ada Berg"))
    assert owners(moved, untitled)[1] == owners(moved, untitled, titled)[1] == HISTORIAN


def test_a_kept_slot_is_kept_as_long_as_it_is_that_records() -> None:
    kept = [decided("confirm", ADA, slot=named(PLAIN))]
    flags = []
    for claims in ([PLAIN], [PLAIN, PREPRINT], [PLAIN, WITH_ID]):
        [work] = group_claims(claims)[0]
        flags.append([slot.kept for slot in paper_of(work, DecidedSlots(kept)).slots])
    assert flags == [[False, True], [False, True], [False, False]]


def test_a_decision_about_one_work_does_not_follow_a_borrowed_identifier_to_another() -> None:
    volume = (Identifier("doi", "10.1/volume"),)
    north = claim(0, title="Ants of the North", authors=authors("Bo Lind", "Ada Berg"), ids=volume, year=2020)
    south = claim(1, title="Bees on a Southern Coast", authors=authors("Eva Ek", "Ada Berg"), ids=volume, year=2020)
    alone = decided("reassign", ADA, HISTORIAN, slot=named(north))
    together = {work.claims[0].title: work for work in group_claims([north, south])[0]}
    slot = next(name_slot(together[north.title], one) for one in paper_of(together[north.title]).slots if one.owner == ADA)
    assert slot.ids == ()
    for made in (alone, decided("reassign", ADA, HISTORIAN, slot=slot)):
        owners_of = {title: [one.owner for one in paper_of(work, DecidedSlots([made])).slots] for title, work in together.items()}
        assert owners_of == {north.title: ["name:bo lind", HISTORIAN], south.title: ["name:eva ek", ADA]}
