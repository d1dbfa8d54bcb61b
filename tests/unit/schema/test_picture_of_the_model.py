"""The picture of the graph model: made from the classes, and current wherever it is shown."""

import re
from pathlib import Path

import pytest

from graph.schema import picture as module
from graph.schema.nodes import NODES, patterns
from graph.schema.picture import MAIN, PAGES, ROOT, picture, with_picture


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_shows_the_model_as_it_is(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == with_picture(text), "run `python -m graph.schema.picture`"


def test_it_shows_every_label_and_every_relationship_type_between_its_ends() -> None:
    shown = picture()
    assert [node.__label__ for node in NODES if f'{node.__label__}["<b>{node.__label__}</b><br>uid' not in shown] == []
    for pattern in patterns():
        assert f"{pattern.start} --- {pattern.kind}\n" in shown
        assert (f"{pattern.kind} --> {pattern.end}\n" in shown) is pattern.is_directed


def test_a_type_without_a_direction_ties_records_of_one_label() -> None:
    assert {(one.start, one.kind, one.end) for one in patterns() if not one.is_directed} == {
        ("Author", "SIMILAR_NAME", "Author"),
        ("Author", "SAME_AS", "Author"),
        ("Author", "DIFFERENT_FROM", "Author"),
        ("Paper", "SIMILAR_PAPER", "Paper"),
    }


def test_a_property_that_the_classes_lost_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MAIN, "Venue", ("uid", "publisher"))
    with pytest.raises(ValueError, match="Venue has no publisher"):
        picture()


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for the picture"):
        with_picture("a page")


def test_writing_puts_it_between_the_marks_and_leaves_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{module.BEGIN}\nold\n{module.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(module, "PAGES", (page,))
    module.main()
    assert page.read_text(encoding="utf-8") == f"before\n{module.BEGIN}\n\n```mermaid\n{picture()}```\n\n{module.END}\nafter\n"


DESIGN = (ROOT / "graph" / "DESIGN.md").read_text(encoding="utf-8")
HOLDERS = {node.__label__: node for node in NODES} | {one.kind: one.model for one in patterns()}


@pytest.mark.parametrize("name", HOLDERS)
def test_the_design_names_every_property_and_none_that_is_not_there(name: str) -> None:
    [cell] = re.findall(rf"^\| `{name}` \|.*\| ([^|]*)\|$", DESIGN, re.MULTILINE)
    holder = HOLDERS[name]
    declared = set(holder.defined_properties(rels=False, aliases=False)) if holder else set()
    assert set(re.findall(r"`([a-z_]\w*)`", cell)) == declared
