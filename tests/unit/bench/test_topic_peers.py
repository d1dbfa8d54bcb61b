"""Methods of other people are asked as programs of their own: what these say comes back in order, what goes wrong is told."""

import os
import sys
from pathlib import Path

import pytest

from graph.errors import InputError
from tests.bench.topics.methods import LOOKUP, found_by, peer_environment
from tests.bench.topics.peers import told
from tests.bench.topics.texts import Paper

LIBRARY = """
def SmartStopList():
    return ["of"]


class Rake:
    def __init__(self, stops):
        self.stops = stops

    def run(self, text):
        if "fail" in text:
            raise ValueError("it failed")
        words = [word for word in text.split() if word not in self.stops]
        return [(word, len(word)) for word in sorted(words, key=len, reverse=True)]
"""


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """An interpreter that has a library of RAKE's name and calls."""
    (tmp_path / "RAKE.py").write_text(LIBRARY, encoding="utf-8")
    place = tmp_path / "python"
    place.write_text(
        f'#!/bin/sh\nPYTHONPATH="{tmp_path}${{PYTHONPATH:+:$PYTHONPATH}}" exec "{sys.executable}" "$@"\n', encoding="utf-8"
    )
    place.chmod(0o755)
    return place


def test_every_text_gets_its_phrases_in_order_however_many_processes_there_are(python: Path) -> None:
    texts = ["parsing of trees", "a graph\nnéw", "", "one two three four"]
    expected = [["parsing", "trees"], ["graph", "néw"], [], ["three", "four"]]
    for processes in (1, 2, 3, 8):
        found = told(python, "RAKE", texts, 2, processes)
        assert found.phrases == expected
        assert found.seconds >= 0


def test_what_a_program_says_when_it_fails_is_told(python: Path) -> None:
    with pytest.raises(InputError, match="it failed"):
        told(python, "RAKE", ["to fail"], 2)


def test_a_peer_whose_library_is_not_there_is_told(python: Path) -> None:
    with pytest.raises(InputError, match="No module named 'yake'"):
        told(python, "YAKE", ["text"], 2)


def test_our_own_code_is_not_on_the_path_of_a_peer(python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checking = f"{LIBRARY}\nimport os\nassert os.environ['PYTHONPATH'] == {str(tmp_path)!r}\n"
    (tmp_path / "RAKE.py").write_text(checking, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", f"/one{os.pathsep}/two")
    assert told(python, "RAKE", ["text"], 2).phrases == [["text"]]


def test_peers_whose_environment_cannot_be_made_are_left_out_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("SCHOLARGRAPH_CACHE", str(tmp_path / "no folder"))
    assert peer_environment(wanted=True) == (None, (LOOKUP,))
    assert "left out: RAKE, YAKE, since" in capsys.readouterr().out


def test_a_method_that_needs_no_environment_goes_without_one() -> None:
    assert peer_environment(wanted=False) == (None, (LOOKUP,))
    [found] = found_by(LOOKUP, None, [Paper("Machine learning", "")], 8)
    assert found == ["machine learning"]
    with pytest.raises(InputError, match="no environment that has YAKE"):
        found_by("YAKE", None, [Paper("Machine learning", "")], 8)
