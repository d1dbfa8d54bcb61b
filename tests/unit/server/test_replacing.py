"""A database takes the place of another one: broken off anywhere, the folder holds one of both whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server import replacing
from graph.server.folder import Folder
from graph.server.replacing import PARTS, is_begun, put_in_place, recover, staging, staging_home


class BrokenOffError(Exception):
    """The process ends here."""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "graph")
    made.create()
    fill(made.home, "old")
    return made


def fill(home: Path, text: str) -> None:
    for part in PARTS:
        (home / "data" / part).mkdir(parents=True)
        (home / "data" / part / "store").write_text(text)


def held(folder: Folder) -> list[str]:
    return [(folder.home / "data" / part / "store").read_text() for part in PARTS]


def after(steps: int) -> Callable[[Path], None]:
    left = [steps]

    def end(_: Path) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise BrokenOffError

    return end


def test_nothing_is_left_of_a_load_that_was_broken_off_before(folder: Folder) -> None:
    def load() -> None:
        with staging(folder):
            fill(staging_home(folder), "new")
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        load()
    assert held(folder) == ["old", "old"]
    assert not folder.staging.exists()


def test_what_a_killed_process_left_is_cleared_away(folder: Folder) -> None:
    fill(staging_home(folder), "half")
    recover(folder)
    assert held(folder) == ["old", "old"]
    assert not folder.staging.exists()


def test_what_somebody_is_making_is_left_alone(folder: Folder) -> None:
    with staging(folder) as place:
        fill(staging_home(folder), "new")
        recover(folder)
        assert place.is_dir()
        put_in_place(folder)
        assert held(folder) == ["new", "new"]
    assert not folder.staging.exists()


@pytest.mark.parametrize("steps", range(3))
def test_a_replacement_that_was_begun_is_ended_by_the_next_start(
    folder: Folder, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(staging_home(folder), "new")
    with monkeypatch.context() as patched:
        patched.setattr(replacing, "_on_disk", after(steps))
        with pytest.raises(BrokenOffError):
            put_in_place(folder)
    assert is_begun(folder) is (steps < 2)
    recover(folder)
    assert held(folder) == ["new", "new"]
    assert not folder.staging.exists()


@pytest.mark.parametrize("renames", range(4))
def test_so_it_is_between_any_two_renames(folder: Folder, renames: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(staging_home(folder), "new")
    rename, count = Path.replace, [0]

    def counted(source: Path, target: Path) -> Path:
        if source.name == "neo4j":
            count[0] += 1
            if count[0] > renames:
                raise BrokenOffError
        return rename(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", counted)
        with pytest.raises(BrokenOffError):
            put_in_place(folder)
    recover(folder)
    assert held(folder) == ["new", "new"]
