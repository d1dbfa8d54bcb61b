"""Candidates decided in the pages: as in the terminal, by whoever has the token, and nothing about what was not seen."""

import json

import pytest
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.explore.access import TOKEN, Access
from graph.explore.guard import Guard
from tests.integration.explore_pages import BASE, Reviewer
from tests.integration.reviewing import Decided, Enter
from tests.integration.statements import say, works

pytestmark = pytest.mark.any_line

SPLITS = "/review?kind=split&min_probability=0.5"
MIXED = "/review?kind=mixed&author=Soham+De"
SAM, SAMUEL, SOHAM = "name:sam smith", "name:samuel l. smith", "name:soham de"


@pytest.fixture
def graph(reviewed: ScholarGraph) -> ScholarGraph:
    """The demo pages, nothing of which is decided when a test begins."""
    return reviewed


def test_two_records_are_decided_as_in_the_terminal(graph: ScholarGraph, enter: Enter, decided: Decided) -> None:
    [first, *_] = graph.decisions.candidates("split", min_probability=0.5)
    reviewer = enter(asked=SPLITS)
    shown = reviewer.page.text_content()
    assert reviewer.heading == "Are these two records one person?"
    assert all(text in shown for text in (first.a, first.b, first.name_a, first.name_b))
    weights = [cell.text_content() for cell in reviewer.page.xpath("//table[@class='waterfall']/tbody/tr/td[1]")]
    assert weights[:-1] == [f"{piece['weight']:+.2f}" for piece in first.evidence]
    reviewer.press("same", reason="same page")
    assert reviewer.status == 200
    assert decided() == [("accept", (first.a, first.b), "ana", "same page")]
    [row] = graph.decisions.log().tail(1).to_dict("records")
    assert row["probability"] == first.probability
    assert [json.loads(piece) for piece in row["evidence"]] == list(first.evidence)


def test_what_both_sides_have_is_marked_and_nothing_else(graph: ScholarGraph, enter: Enter) -> None:
    [first, *_] = graph.decisions.candidates("split", min_probability=0.5)
    mine, theirs = ({row["name"] for row in graph.plain.close_collaborators(uid).rows} for uid in (first.a, first.b))
    assert mine & theirs
    assert mine ^ theirs
    for side in enter(asked=SPLITS).page.find_class("side"):
        [listed] = side.xpath(".//h3[.='Collaborators']/following-sibling::p[1]")
        assert {one.text_content() for one in listed.iter("mark")} == mine & theirs
        on_papers = {one.text_content() for one in side.xpath(".//ul//mark/a[starts-with(@href, '/author/')]")}
        assert on_papers
        assert on_papers <= mine & theirs


def test_undo_takes_back_the_last_decision_of_the_session_and_asks_again(enter: Enter, decided: Decided) -> None:
    reviewer = enter(asked=SPLITS)
    asked = dict(reviewer.fields("same"))["about"]
    reviewer.press("different")
    assert dict(reviewer.fields("same"))["about"] != asked
    again = reviewer.fields("undo")
    reviewer.press("undo")
    assert [entry[0] for entry in decided()] == ["reject", "undo"]
    assert decided()[1][2:] == ("ana", "taken back at once")
    assert dict(reviewer.fields("same"))["about"] == asked
    reviewer.send(again)
    assert (reviewer.status, len(decided())) == (409, 2)
    assert "nothing was decided in this session yet" in reviewer.said


def test_nobody_undoes_what_another_decided(enter: Enter, decided: Decided) -> None:
    ana, bob = enter("ana", SPLITS), enter("bob", SPLITS)
    ana.press("same")
    assert bob.look().xpath("//button[@value='undo']") == []
    bob.send([*[one for one in bob.fields("later") if one[0] == "csrf"], *ana.fields("undo")[1:]])
    assert (bob.status, [entry[0] for entry in decided()]) == (409, ["accept"])


def test_a_second_press_of_undo_takes_back_no_earlier_decision(enter: Enter, decided: Decided) -> None:
    reviewer = enter(asked=SPLITS)
    reviewer.press("same")
    reviewer.press("different")
    pressed = reviewer.fields("undo")
    reviewer.send(pressed)
    reviewer.send(pressed)
    assert [entry[0] for entry in decided()] == ["accept", "reject", "undo"]
    assert "not the last decision of the session any more" in reviewer.said


def test_what_is_put_off_comes_again_when_it_is_asked_for(enter: Enter, decided: Decided) -> None:
    reviewer = enter(asked=SPLITS)
    seen = []
    while reviewer.page.xpath("//button[@value='later']"):
        seen.append(dict(reviewer.fields("later"))["about"])
        reviewer.press("later")
    assert len(seen) == len(set(seen)) == 2
    assert "2 candidates that you put off" in reviewer.page.text_content()
    reviewer.press("again")
    assert dict(reviewer.fields("later"))["about"] == seen[0]
    assert decided() == []


def test_two_reviewers_do_not_overwrite_each_other(enter: Enter, decided: Decided) -> None:
    ana, bob = enter("ana", SPLITS), enter("bob", SPLITS)
    ana.press("same", reason="one page")
    bob.press("different")
    assert (bob.status, len(decided())) == (409, 1)
    assert "Not decided: this is no question any more. Meanwhile: decision" in bob.said
    assert "ana" in bob.said
    assert "one page" in bob.said
    bob.press("different")
    assert [(entry[0], entry[2]) for entry in decided()] == [("accept", "ana"), ("reject", "bob")]


def test_the_same_answer_of_two_reviewers_stands_once_and_is_whose_it_was(enter: Enter, decided: Decided) -> None:
    ana, bob = enter("ana", SPLITS), enter("bob", SPLITS)
    ana.press("same")
    bob.press("same")
    assert (bob.status, [entry[2] for entry in decided()]) == (409, ["ana"])
    assert bob.page.xpath("//button[@value='undo']") == []


def test_what_was_decided_in_the_terminal_meanwhile_is_not_decided_again(
    graph: ScholarGraph, enter: Enter, decided: Decided
) -> None:
    reviewer = enter(asked=SPLITS)
    [first, *_] = graph.decisions.candidates("split", min_probability=0.5)
    graph.decisions.answer(first, "different", by="cli")
    reviewer.press("same")
    assert (reviewer.status, [entry[0] for entry in decided()]) == (409, ["reject"])
    assert "cli" in reviewer.said


def test_evidence_that_changed_since_it_was_seen_is_shown_again_first(
    graph: ScholarGraph, enter: Enter, decided: Decided
) -> None:
    reviewer = enter(asked=MIXED)
    [question, *_] = graph.decisions.candidates("mixed", author="Soham De")
    assert question.main is not None
    graph.decisions.reassign(SOHAM, [str(question.main.papers[0]["uid"])], by="bob")
    reviewer.press("different")
    assert (reviewer.status, [entry[2] for entry in decided()]) == (409, ["bob"])
    assert "Meanwhile: decision" in reviewer.said


def test_a_group_is_split_off_or_kept(graph: ScholarGraph, enter: Enter, decided: Decided) -> None:
    [question, *_] = graph.decisions.candidates("mixed", author="Soham De")
    reviewer = enter(asked=MIXED)
    assert reviewer.heading == "Are these papers all one person’s?"
    reviewer.press("different", reason="politics")
    [moved] = graph.decisions.log_state().active
    assert decided() == [("reassign", (SOHAM, moved.records[1]), "ana", "politics")]
    assert set(graph.papers(moved.records[1])["uid"]) == set(question.papers)
    reviewer.press("undo")
    reviewer.press("same")
    assert [entry[0] for entry in decided()] == ["reassign", "undo", "confirm"]
    assert {slot.paper for slot in graph.decisions.log_state().active[-1].slots} == set(question.papers)


def test_a_group_is_assigned_paper_by_paper_and_taken_back_together(graph: ScholarGraph, enter: Enter, decided: Decided) -> None:
    question = next(
        one for one in graph.decisions.candidates("mixed", author="Soham De", min_probability=0) if len(one.papers) > 1
    )
    reviewer = enter(asked=MIXED + "&min_probability=0")
    while dict(reviewer.fields("same"))["about"] and len([one for one in reviewer.ticks() if one.startswith("group")]) < 2:
        reviewer.press("later")
    assert question.main is not None
    titles = reviewer.ticks()
    mine = next(name for name in titles if name.startswith("main"))
    reviewer.press("different", ticked=["group-0", mine])
    assert [entry[0] for entry in decided()] == ["reassign", "confirm"]
    moved, kept = graph.decisions.log_state().active[-2:]
    captions = {slot.caption for slot in moved.slots}
    assert {titles["group-0"].split(" ", 1)[1], titles[mine].split(" ", 1)[1]} == captions
    rest = {titles[name].split(" ", 1)[1] for name in titles if name.startswith("group") and name != "group-0"}
    assert {slot.caption for slot in kept.slots} == rest
    assert set(graph.papers(moved.records[1])["uid"]) == {slot.paper for slot in moved.slots}
    reviewer.press("undo")
    assert [entry[0] for entry in decided()] == ["reassign", "confirm", "undo", "undo"]
    assert graph.decisions.log_state().active == []


def test_papers_go_to_a_record_that_is_named_and_an_unknown_one_is_told(
    graph: ScholarGraph, enter: Enter, decided: Decided
) -> None:
    reviewer = enter(asked=MIXED)
    reviewer.press("different", to="Nobody Atall")
    assert (reviewer.status, decided()) == (409, [])
    assert "There is no author 'Nobody Atall'" in reviewer.said
    papers = {title.split(" ", 1)[1] for name, title in reviewer.ticks().items() if name.startswith("group")}
    reviewer.press("different", to="Hanan Samet")
    assert [entry[:2] for entry in decided()] == [("reassign", (SOHAM, "name:hanan samet"))]
    assert papers <= set(graph.papers("Hanan Samet")["title"])


@pytest.mark.parametrize(
    ("step", "ticked", "told"),
    [("different", [], "no paper is ticked"), ("same", ["main-0"], "Say one of the two"), ("same", ["x"], "not in question")],
)
def test_ticks_that_say_something_else_than_the_button_decide_nothing(
    enter: Enter, decided: Decided, step: str, ticked: list[str], told: str
) -> None:
    reviewer = enter(asked=MIXED)
    reviewer.press(step, ticked=ticked)
    assert (reviewer.status, decided()) == (409, [])
    assert told in reviewer.said


def test_a_contradiction_is_told_with_what_stands_against_it_and_nothing_is_written(
    graph: ScholarGraph, enter: Enter, decided: Decided
) -> None:
    reviewer = enter(asked=MIXED)
    [question, *_] = graph.decisions.candidates("mixed", author="Soham De")
    assert question.main is not None
    graph.decisions.confirm(SOHAM, [str(question.main.papers[0]["uid"])], by="bob")
    reviewer.look()
    reviewer.press("different", ticked=["main-0", *(one for one in reviewer.ticks() if one.startswith("group"))])
    assert (reviewer.status, [entry[2] for entry in decided()]) == (409, ["bob"])
    assert "Undo that first if it is wrong" in reviewer.said
    assert "bob" in reviewer.said


def test_who_decides_is_asked_once_and_may_not_be_nobody(app: Guard, access: Access) -> None:
    reviewer = Reviewer(TestClient(app, base_url=BASE), asked=SPLITS)
    reviewer.client.get("/", params={TOKEN: access.token})
    for nobody in ("", "  ", "rule", "a" * 201):
        reviewer.look()
        reviewer.press("who", by=nobody)
        assert reviewer.status == 409
        assert "say who decides" in reviewer.said
    reviewer.press("who", by=" ana ")
    for _ in range(2):
        assert reviewer.look().xpath("//button[@value='same']")
        assert [one.get("value") for one in reviewer.page.xpath("//input[@name='by']")] == ["ana"]


def test_records_that_should_not_be_joined_unseen_are_asked_about_first(
    graph: ScholarGraph, enter: Enter, decided: Decided
) -> None:
    one, other = {"name:ada berg", "name:a. berg"}, {"name:ada k. berg", "name:a. k. berg"}
    for name in ("Ada Berg", "A. Berg", "Ada K. Berg", "A. K. Berg"):
        say(graph, name, works(name, title=f"How ants share what they carry, by {name}"))
    for group in (one, other):
        graph.decisions.accept(*group, by="bob")
    reviewer = enter(asked="/review?kind=split&min_probability=0&author=name:ada+berg")
    sides = {dict(reviewer.fields("same"))[side] for side in "ab"}
    assert sides & one
    assert sides & other
    reviewer.press("same", reason="one page")
    assert (reviewer.status, len(decided())) == (409, 2)
    assert "This makes one person of all of these" in reviewer.said
    assert all(uid in reviewer.said for uid in one | other)
    reviewer.press("yes")
    assert reviewer.status == 200
    assert [(entry[0], entry[3]) for entry in decided()[2:]] == [("accept", "one page")]


def test_names_that_are_markup_are_text_in_the_review(graph: ScholarGraph, enter: Enter) -> None:
    mean = "<script>alert('x')</script> \"Quo\" Vexlund"
    say(graph, "mean", *(works(mean, "Bo Lind", title=f"<img src=x onerror=alert({part})>", year=2015) for part in (1, 2)))
    say(graph, "meaner", *(works(mean + " Jr", "Bo Lind", title=f"</textarea>{part}", year=2015) for part in (1, 2)))
    names = [row["name"] for row in graph.plain.query("find_authors", text="Vexlund").rows]
    reviewers = [enter("<b>ana</b>", "/review?" + f"kind=split&min_probability=0&author={name}") for name in names]
    assert reviewers
    for reviewer in reviewers:
        assert [one.get("src") for one in reviewer.page.iter("script")] == ["/static/explore.js"]
        assert list(reviewer.page.iter("img", "b", "textarea")) == []
        assert [one for element in reviewer.page.iter() for one in element.attrib if one.startswith("on")] == []
    assert any(mean in reviewer.page.text_content() for reviewer in reviewers)


@pytest.mark.parametrize("asked", ["kind=x", "order=x", "min_probability=x", "min_probability=2", "author=Soham+Dee"])
def test_a_review_that_cannot_be_is_told_as_any_other_question(enter: Enter, asked: str) -> None:
    reviewer = enter()
    answer = reviewer.client.get(f"/review?{asked}")
    assert answer.status_code in (400, 404)
    assert "cannot be answered" in answer.text or "does not have that" in answer.text


@pytest.mark.parametrize("path", ["/", "/candidates", "/author/name:soham%20de"])
def test_pages_lead_to_the_review(app: Guard, path: str) -> None:
    assert 'href="/review' in TestClient(app, base_url=BASE).get(path).text.partition("</header>")[2]
