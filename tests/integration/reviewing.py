"""Fixtures for tests that decide in the pages; conftest.py offers them to all."""

from collections.abc import Callable

import pytest

from graph import ScholarGraph
from graph.explore.access import Access
from graph.explore.guard import Guard
from tests.integration.explore_pages import Reviewer, pages

Enter = Callable[..., Reviewer]
Decided = Callable[[], list[tuple[object, ...]]]


@pytest.fixture
def reviewed(demo_graph: ScholarGraph) -> ScholarGraph:
    """The demo pages, nothing of which is decided when a test begins."""
    active = demo_graph.decisions.log_state().active
    if active:
        demo_graph.decisions.undo_all([one.uid for one in active], by="test")
    return demo_graph


@pytest.fixture
def access() -> Access:
    """Who may decide in `app`."""
    return Access()


@pytest.fixture
def app(reviewed: ScholarGraph, access: Access) -> Guard:
    """The pages over `reviewed`."""
    return pages(reviewed, access)


@pytest.fixture
def enter(app: Guard, access: Access) -> Enter:
    """Opens a browser in which somebody reviews."""
    return lambda by="ana", asked="/review": Reviewer.entered(app, access, by, asked)


@pytest.fixture
def decided(reviewed: ScholarGraph) -> Decided:
    """Action, records, who and why of every decision since the test began."""
    beside = len(reviewed.decisions.log())

    def since() -> list[tuple[object, ...]]:
        rows = reviewed.decisions.log().to_dict("records")[beside:]
        return [(row["action"], tuple(row["records"]), row["by"], row["reason"]) for row in rows]

    return since
