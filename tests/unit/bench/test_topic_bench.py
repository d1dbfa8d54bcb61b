"""The whole measurement, on a few papers, without what has to be fetched."""

import json
import sys
from pathlib import Path

import pytest

from tests.bench.topics.__main__ import main

DATA = Path(__file__).parents[2] / "data"
KEYWORDS = (
    "@article{k, title={Parsing with neural networks}, abstract={We parse.}, keywords={parsing; neural network; grammar}}\n"
)


def measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *given: str | Path
) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of the last line."""
    monkeypatch.setattr(sys, "argv", ["topics", *map(str, given)])
    main()
    found: dict[str, dict[str, dict[str, float]]] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return found


def test_all_tables_come_of_an_anthology_and_documents_and_the_cache_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "library.bib").write_text(KEYWORDS, encoding="utf-8")
    acl, cache, sample = DATA / "acl_anthology", tmp_path / "cache", tmp_path / "sample.csv"
    given = ("--acl", acl, "--documents", tmp_path / "library.bib", "--no-peers", "--cache", cache, "--sample", sample)
    first = measured(monkeypatch, capsys, *given)
    assert first.keys() == {"coverage", "keywords", "keywords found", "time"}
    assert first["coverage"].keys() == {
        "our topics, all",
        "our topics that score 0.2",
        "our topics that score 0.3",
        "our phrases, 8 a paper",
        "vocabulary look-up with CSO, 8 a paper",
    }
    counted = first["keywords"]["keyword: all"]
    assert {name: counted[name] for name in ("papers", "keywords", "in_the_text")} == {
        "papers": 1,
        "keywords": 3,
        "in_the_text": 2,
    }
    assert first["time"].keys() == {"our phrases and terms", "vocabulary look-up with CSO"}
    assert sample.exists()
    assert cache.exists()
    again = measured(monkeypatch, capsys, *given)
    assert again["coverage"] == first["coverage"]
    assert measured(monkeypatch, capsys, "--judged", sample) == {"judged": {}}


def test_a_place_without_papers_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="holds no papers"):
        measured(monkeypatch, capsys, "--acl", tmp_path, "--no-peers")
    with pytest.raises(SystemExit, match="there is no"):
        measured(monkeypatch, capsys, "--acl", tmp_path / "nowhere", "--no-peers")
