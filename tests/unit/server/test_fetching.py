"""Fetching the jars, from a small Maven repository on loopback."""

import hashlib
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import FetchError
from graph.server import distribution, download
from graph.server.distribution import CACHE_VARIABLE, fetch
from graph.server.jars import Jar, JarList
from graph.server.repositories import maven_context

ROOT = Path(__file__).parents[3]
CONTENTS = {f"part-{number}": bytes([number]) * (1000 + number) for number in range(12)}
JARS = tuple(Jar("org.example", name, "1.0", "", len(data), hashlib.sha256(data).hexdigest()) for name, data in CONTENTS.items())
LISTED = JarList("2026", "2026.08.1", "org.example.Main", JARS, "0123456789abcdef")

FETCH = """
import sys
from graph.server import distribution
from tests.unit.server.test_fetching import LISTED
distribution.jar_list = lambda line: LISTED
print(len(distribution.fetch("2026").jars))
"""


class Repository(SimpleHTTPRequestHandler):
    """Serves the files of a folder, and notes what was asked for."""

    asked: list[str]

    def __init__(self, asked: list[str], *arguments: object, **named: object) -> None:
        self.asked = asked
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, list[str]]]:
    """The repository's folder and the paths that were asked for; the user's settings name it as the central one."""
    root, asked = tmp_path / "repository", list[str]()
    for jar in JARS:
        (root / jar.path).parent.mkdir(parents=True)
        (root / jar.path).write_bytes(CONTENTS[jar.artifact])
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Repository, asked, directory=str(root))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        settings = tmp_path / "jgo.conf"
        settings.write_text(f"[repositories]\ncentral = http://127.0.0.1:{running.server_port}/\n")
        monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
        monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
        monkeypatch.setenv("MAVEN_SETTINGS", str(tmp_path / "none.xml"))
        monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setattr(distribution, "jar_list", lambda _line: LISTED)
        monkeypatch.setattr("time.sleep", lambda _seconds: None)
        download._context.cache_clear()
        yield root, asked
        download._context.cache_clear()
        running.shutdown()


def test_every_jar_is_fetched_once_and_progress_ends_at_the_whole(repository: tuple[Path, list[str]]) -> None:
    told: list[tuple[int, int, str]] = []
    found = fetch("2026", lambda done, total, text: told.append((done, total, text)))
    assert [path.read_bytes() for path in found.jars] == list(CONTENTS.values())
    assert told[-1] == (LISTED.size, LISTED.size, "fetching Neo4j 2026.08.1")
    assert [done for done, _total, _text in told] == sorted(done for done, _total, _text in told)
    assert len(repository[1]) == len(JARS)
    fetch("2026")
    assert len(repository[1]) == len(JARS)


def test_only_what_is_missing_truncated_or_damaged_is_fetched_again(repository: tuple[Path, list[str]]) -> None:
    found = fetch("2026")
    next((found.cache).glob("*.complete")).unlink()
    found.jars[0].unlink()
    found.jars[1].write_bytes(found.jars[1].read_bytes()[:10])
    found.jars[2].write_bytes(b"\xff" * JARS[2].size)
    repository[1].clear()
    again = fetch("2026")
    assert [path.read_bytes() for path in again.jars] == list(CONTENTS.values())
    assert sorted(repository[1]) == [f"/{jar.path}" for jar in JARS[:3]]


@pytest.mark.parametrize("place", [0, 500, -1])
def test_a_jar_of_which_one_byte_was_changed_is_fetched_again(repository: tuple[Path, list[str]], place: int) -> None:
    jar = fetch("2026").jars[7]
    changed = bytearray(jar.read_bytes())
    changed[place] ^= 1
    jar.write_bytes(changed)
    repository[1].clear()
    assert [path.read_bytes() for path in fetch("2026").jars] == list(CONTENTS.values())
    assert repository[1] == [f"/{JARS[7].path}"]


def test_what_arrives_with_one_byte_changed_is_refused(repository: tuple[Path, list[str]]) -> None:
    changed = bytearray(CONTENTS["part-3"])
    changed[500] ^= 1
    (repository[0] / JARS[3].path).write_bytes(changed)
    with pytest.raises(FetchError, match="checksum"):
        fetch("2026")
    assert not list((distribution.cache_folder() / "jars").rglob("part-3*.jar"))


def test_nobody_else_may_write_where_jars_are_kept(repository: tuple[Path, list[str]]) -> None:
    assert repository
    before = os.umask(0)
    try:
        found = fetch("2026")
    finally:
        os.umask(before)
    folders = {path for jar in found.jars for path in jar.parents if path.is_relative_to(found.cache)}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_a_jar_that_vanishes_after_a_complete_fetch_is_noticed(repository: tuple[Path, list[str]]) -> None:
    fetch("2026").jars[5].unlink()
    assert all(path.is_file() for path in fetch("2026").jars)
    assert len(repository[1]) == len(JARS) + 1


def test_other_bytes_than_promised_are_refused_and_not_kept(repository: tuple[Path, list[str]]) -> None:
    (repository[0] / JARS[3].path).write_bytes(b"\xff" * JARS[3].size)
    with pytest.raises(FetchError, match=r"org\.example:part-3:1\.0 cannot be fetched: .*checksum.*proxy"):
        fetch("2026")
    kept = list((distribution.cache_folder() / "jars").rglob("part-3*.jar"))
    assert kept == []
    (repository[0] / JARS[3].path).write_bytes(CONTENTS["part-3"])
    assert len(fetch("2026").jars) == len(JARS)


def test_a_repository_without_the_jar_is_named_with_its_answer(repository: tuple[Path, list[str]]) -> None:
    (repository[0] / JARS[4].path).unlink()
    with pytest.raises(FetchError, match=r"part-4:1\.0 cannot be fetched: central answers 404.*goes on where it stopped"):
        fetch("2026")


def test_no_network_is_told_with_the_next_step(repository: tuple[Path, list[str]], tmp_path: Path) -> None:
    assert repository
    (tmp_path / "jgo.conf").write_text("[repositories]\ncentral = http://127.0.0.1:9/\n")
    with pytest.raises(FetchError, match=r"cannot be fetched: central: .*HTTPS_PROXY"):
        fetch("2026")


def test_right_jars_of_the_local_maven_repository_are_taken(repository: tuple[Path, list[str]], tmp_path: Path) -> None:
    for jar, data in ((JARS[0], CONTENTS["part-0"]), (JARS[1], b"\xff" * JARS[1].size)):
        (tmp_path / "m2" / jar.path).parent.mkdir(parents=True)
        (tmp_path / "m2" / jar.path).write_bytes(data)
    assert [path.read_bytes() for path in fetch("2026").jars] == list(CONTENTS.values())
    assert len(repository[1]) == len(JARS) - 1


def test_two_processes_that_fetch_at_once_do_no_harm(repository: tuple[Path, list[str]]) -> None:
    both = [subprocess.Popen([sys.executable, "-c", FETCH], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _number in range(2)]
    assert [process.communicate()[0] for process in both] == [f"{len(JARS)}\n"] * 2
    assert len(repository[1]) == len(JARS)


def test_a_mirror_in_mavens_settings_stands_for_the_central_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "settings.xml"
    settings.write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors>'
        "<mirror><id>other</id><mirrorOf>!central,*</mirrorOf><url>https://other.example/</url></mirror>"
        "<mirror><id>ours</id><mirrorOf>*</mirrorOf><url>https://maven.example/all/</url></mirror>"
        "</mirrors></settings>"
    )
    monkeypatch.setenv("MAVEN_SETTINGS", str(settings))
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "none.conf"))
    assert maven_context().remote_repos == {"central": "https://maven.example/all"}
