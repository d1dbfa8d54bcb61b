"""Which steps a graph needs, and what is told of a form that is not known."""

from pathlib import Path

import pytest

from graph.errors import InputError, NewerFormError
from graph.queries.bound import Queries
from graph.schema.form import FORM, need_known
from graph.transfer.dump_reading import FileSource
from graph.transfer.dump_writing import FileSink
from graph.transfer.fingerprint import Watched
from graph.upgrades.steps import STEPS, Step, steps_from
from graph.upgrades.upgrading import Upgrade

ROOT = Path(__file__).resolve().parents[3]
OLD_GRAPHS = ROOT / "tests" / "data" / "old_graphs"


def nothing(queries: Queries) -> None:
    """Nothing."""


def test_there_is_one_step_to_each_form_and_the_last_leads_to_what_is_written() -> None:
    assert [step.form for step in STEPS] == list(range(1, FORM + 1))
    for step in STEPS:
        assert step.about.strip() == step.about != ""
        assert "\n" not in step.about


def test_a_graph_takes_the_steps_above_its_form_in_order_and_no_other() -> None:
    steps = [Step(number, f"to {number}", nothing) for number in (3, 1, 2)]
    assert [step.form for step in steps_from(0, steps)] == [1, 2, 3]
    assert [step.form for step in steps_from(2, steps)] == [3]
    assert steps_from(3, steps) == ()
    assert steps_from(FORM) == ()


def test_what_is_to_be_done_as_plain_values() -> None:
    found = Upgrade(0, 1, (Step(1, "note it", nothing),))
    assert found.is_needed
    assert not Upgrade(1, 1, ()).is_needed
    assert found.to_dict() == {"form": 0, "known": 1, "steps": [{"form": 1, "about": "note it"}]}


def test_a_form_that_is_not_known_is_told_with_both_numbers_and_what_to_do() -> None:
    need_known(FORM, "the graph")
    with pytest.raises(NewerFormError, match="Install the newest scholargraph") as caught:
        need_known(FORM + 6, "the graph at bolt://here")
    assert (caught.value.form, caught.value.known) == (FORM + 6, FORM)
    assert f"the graph at bolt://here is of form {FORM + 6} " in str(caught.value)
    assert f"forms up to {FORM}." in str(caught.value)
    assert isinstance(caught.value, InputError)


def test_a_dump_carries_its_form_and_a_higher_one_is_refused(tmp_path: Path) -> None:
    paths = {form: tmp_path / f"{form}.dump" for form in (0, FORM, FORM + 1)}
    for form, path in paths.items():
        demo = Watched(FileSource(OLD_GRAPHS / "form_0_demo.dump"))
        with FileSink(path, form) as sink:
            for nodes in demo.nodes():
                sink.put_nodes(nodes)
            for relationships in demo.relationships():
                sink.put_relationships(relationships)
            sink.end(demo.fingerprint())
    for form in (0, FORM):
        source = FileSource(paths[form])
        source.check()
        assert source.form == form
    with pytest.raises(NewerFormError, match=rf"{FORM + 1}\.dump holds is of form {FORM + 1} ") as caught:
        FileSource(paths[FORM + 1]).check()
    assert (caught.value.form, caught.value.known) == (FORM + 1, FORM)


def test_every_dump_of_an_earlier_form_says_its_form_and_is_whole() -> None:
    paths = sorted(OLD_GRAPHS.glob("*.dump"))
    assert sorted({path.name.split("_")[1] for path in paths}) == [str(form) for form in range(FORM)]
    for path in paths:
        source = FileSource(path)
        assert source.check().nodes["Paper"] == {"demo": 25, "places": 2, "keywords": 7}[path.stem.split("_")[-1]]
        assert source.form == int(path.name.split("_")[1])
        assert path.stat().st_size < 300_000
