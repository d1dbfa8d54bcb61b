"""The pages in a real browser, headless: results as one types, choosing in the research graph, deciding by keyboard alone, what
everybody needs to use them, nothing leaves the machine."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import pytest

from graph import ScholarGraph
from graph.explore.access import Access
from tests.integration.accessibility import faults
from tests.integration.browser_page import Visit, visit
from tests.integration.explore_pages import served

pytestmark = pytest.mark.slow

TOKEN = "the token of these tests"
PAGES = (
    "/",
    "/?q=soham",
    "/author/name:soham%20de",
    "/research/name:soham%20de",
    "/cluster/Soham%20De",
    "/path?author=Sam+Smith&other=Hanan+Samet",
    "/compare?author=Sam+Smith&other=Soham+De",
    "/trends",
    "/documents",
    "/quality",
    "/candidates",
    "/duplicates",
    "/author/nobody",
    "/review?kind=split",
    "/review?kind=mixed",
)


@pytest.fixture(scope="module")
def opened(demo_graph: ScholarGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visit, str]]:
    with served(demo_graph, access=Access(TOKEN)) as address, visit(tmp_path_factory.mktemp("profile")) as browser:
        yield browser, address


def test_results_come_as_one_types_and_their_address_can_be_shared(opened: tuple[Visit, str]) -> None:
    browser, address = opened
    browser.page.goto(address)
    browser.page.get_by_role("searchbox").press_sequentially("soham", delay=30)
    browser.page.get_by_role("link", name="Soham De", exact=True).wait_for()
    browser.page.wait_for_url("**/?q=soham")


def test_a_person_is_chosen_in_the_research_graph_before_one_goes_there(opened: tuple[Visit, str]) -> None:
    browser, address = opened
    page = browser.page
    page.goto(f"{address}/research/name:soham%20de")
    person = page.locator("a[data-name='Samuel L. Smith']")
    person.locator("circle").click()
    assert "8 papers" in (page.locator("[data-told]").text_content() or "")
    assert page.locator("path.line.chosen").count() > 0
    person.locator("circle").click()
    page.wait_for_url("**/author/name:samuel%20l.%20smith")


def test_the_strength_slider_hides_weaker_ties(opened: tuple[Visit, str]) -> None:
    browser, address = opened
    page = browser.page
    page.goto(f"{address}/research/name:soham%20de?layer=people")
    before = page.locator("path.line:not([display])").count()
    page.locator("[name=least]").fill("1")
    left = page.locator("path.line:not([display])")
    assert 0 < left.count() < before
    assert all(float(strength) >= 1 for strength in left.evaluate_all("lines => lines.map(line => line.dataset.strength)"))


def test_a_candidate_is_decided_and_taken_back_by_keyboard_alone(opened: tuple[Visit, str], demo_graph: ScholarGraph) -> None:
    browser, address = opened
    page = browser.page
    asked = demo_graph.decisions.candidates("split")[0]
    page.goto(f"{address}/review?kind=split&token={TOKEN}")
    assert page.url == f"{address}/review?kind=split"
    page.locator("input[name=by]:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("ana")
    page.keyboard.press("Enter")
    page.locator("#decide").wait_for()
    page.wait_for_load_state()  # keys count once the script is there
    page.keyboard.press("s")
    page.locator("[data-key=u]").wait_for()
    [made] = demo_graph.decisions.log_state().active
    assert (made.action, made.records, made.by) == ("accept", (asked.a, asked.b), "ana")
    page.wait_for_load_state()
    page.keyboard.press("u")
    page.locator("[data-key=u]").wait_for(state="detached")
    assert demo_graph.decisions.log_state().active == []
    assert page.locator("#decide [name=a]").input_value() == asked.a


def test_keys_decide_nothing_where_somebody_writes_or_has_turned_them_off(
    opened: tuple[Visit, str], demo_graph: ScholarGraph
) -> None:
    browser, address = opened
    page = browser.page
    page.goto(f"{address}/review?kind=mixed&token={TOKEN}")
    if page.locator("#decide").count() == 0:  # nobody has said yet who decides
        page.locator("input[name=by]").fill("ana")
        page.keyboard.press("Enter")
        page.locator("#decide").wait_for()
    page.wait_for_load_state()
    decided = len(demo_graph.decisions.log())
    page.get_by_label("Reason").press_sequentially("sdl")
    page.get_by_label("Reason").press("Enter")
    page.locator("input[name=other]").first.press("Enter")
    page.locator("[data-keys]").uncheck()
    page.keyboard.press("s")
    page.locator("input[name=other]").first.press("d")
    assert page.get_by_label("Reason").input_value() == "sdl"
    assert len(demo_graph.decisions.log()) == decided
    page.locator("[data-keys]").check()


@pytest.mark.parametrize(
    "path", ["/", "/author/name:soham%20de", "/research/name:soham%20de", "/duplicates", "/quality", "/review?kind=mixed"]
)
def test_a_narrow_window_scrolls_in_one_direction_only(opened: tuple[Visit, str], path: str) -> None:
    browser, address = opened
    browser.page.set_viewport_size({"width": 400, "height": 800})
    browser.page.goto(address + path)
    assert browser.page.evaluate("document.documentElement.scrollWidth") <= 400
    browser.page.set_viewport_size({"width": 1500, "height": 1000})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_kind_of_page(opened: tuple[Visit, str], scheme: Literal["light", "dark"]) -> None:
    browser, address = opened
    browser.page.emulate_media(color_scheme=scheme)
    found = {}
    for path in PAGES:
        browser.page.goto(address + path)
        found[path] = faults(browser.page)
    browser.page.emulate_media(color_scheme=None)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_what_keeps_somebody_from_using_a_page_is_found(opened: tuple[Visit, str]) -> None:
    page = opened[0].page
    page.goto("about:blank")
    page.set_content(
        "<html><body><h1>A</h1><h3>B</h3><main><input id=a><input id=a type=checkbox><a href=/></a><svg></svg><img src=data:,>"
        "<table><tr><td>1</td></tr></table><table><tr><th>x</th></tr></table><p aria-describedby=none>c</p>"
        "<p style='color:#999;background:#fff'>pale</p><p style='color:#595959;background:#fff'>dark</p></main></body></html>"
    )
    known = {
        "the page names no language": 1,
        "the page has no title": 1,
        "no name": 3,
        "a heading of level 3 under one of 1": 1,
        "a picture without words": 2,
        "a table without headers": 1,
        "a header that does not say of what": 1,
        "an id twice": 1,
        "aria-describedby leads nowhere": 1,
        "contrast 2.85": 1,
    }
    assert Counter(one.partition(":")[0] for one in faults(page)) == known


def test_nothing_left_the_machine(opened: tuple[Visit, str]) -> None:
    assert opened[0].left == set()
