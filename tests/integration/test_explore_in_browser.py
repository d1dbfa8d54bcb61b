"""The pages in a real browser, headless: results as one types, choosing in the research graph, nothing leaves the machine."""

from collections.abc import Iterator

import pytest

from graph import ScholarGraph
from tests.integration.browser_page import Visit, visit
from tests.integration.explore_pages import served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def opened(demo_graph: ScholarGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visit, str]]:
    with served(demo_graph) as address, visit(tmp_path_factory.mktemp("profile")) as browser:
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


@pytest.mark.parametrize("path", ["/", "/author/name:soham%20de", "/research/name:soham%20de", "/duplicates", "/quality"])
def test_a_narrow_window_scrolls_in_one_direction_only(opened: tuple[Visit, str], path: str) -> None:
    browser, address = opened
    browser.page.set_viewport_size({"width": 400, "height": 800})
    browser.page.goto(address + path)
    assert browser.page.evaluate("document.documentElement.scrollWidth") <= 400
    browser.page.set_viewport_size({"width": 1500, "height": 1000})


def test_nothing_left_the_machine(opened: tuple[Visit, str]) -> None:
    assert opened[0].left == set()
