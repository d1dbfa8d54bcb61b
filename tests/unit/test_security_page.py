"""SECURITY.md: every promise names a test that is there, and the page is where people look for it."""

import re

from tests.unit.markdown_pages import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", PAGE)
    assert len(set(named)) > 12
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_promise_names_its_test() -> None:
    promises = re.split(r"^- ", PAGE.partition("## On a shared machine")[2], flags=re.MULTILINE)[1:]
    assert len(promises) > 15
    assert [text[:60] for text in promises if "`tests/" not in text] == []


def test_it_is_linked_where_people_begin() -> None:
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_file_of_the_lock_has_a_hash() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    packages = [line for line in lines if "==" in line.partition(" ")[0]]
    assert len(packages) > 90
    assert [line.partition(" ")[0] for line in packages if "--hash=sha256:" not in line] == []
    installs = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "docker/Dockerfile")}
    assert [name for name, text in installs.items() if "--require-hashes" not in text] == []
