"""What a local server is started with, without starting one."""

from pathlib import Path

import pytest

from graph.errors import InputError, ParameterError
from graph.server.configuration import (
    SETTINGS_VARIABLE,
    argument_file,
    asked_settings,
    configuration_text,
    java_arguments,
    server_settings,
)
from graph.server.distribution import Distribution
from graph.server.failures import explain
from graph.server.folder import Folder
from graph.server.idle import IDLE_VARIABLE, choose_minutes, read_minutes, write_minutes
from graph.server.jars import LINES, jar_list, parse_jar
from graph.server.memory import HEAP_VARIABLE, PAGE_CACHE_VARIABLE, Memory, choose_memory, total_memory
from graph.server.process import JAVA_VARIABLE, asked_options, free_port, initial_account
from graph.server.session import join


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (HEAP_VARIABLE, PAGE_CACHE_VARIABLE, IDLE_VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("line", LINES)
def test_the_lock_file_names_the_server_and_the_browser_with_a_checksum_for_each_jar(line: str) -> None:
    listed = jar_list(line)
    artifacts = {jar.artifact: jar.version for jar in listed.jars}
    assert artifacts["neo4j"] == listed.version
    assert listed.version.startswith(line)
    assert artifacts["neo4j-browser"] == "5.24.0"
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in listed.jars)
    assert len({jar.path for jar in listed.jars}) == len(listed.jars) > 200


def test_an_unknown_line_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"'4\.4'.*2026, 5\.26"):
        jar_list("4.4")


def test_a_jar_lies_where_maven_puts_it() -> None:
    jar = parse_jar("io.netty:netty-epoll:4.2.17.Final:linux-x86_64", 1, "00")
    assert str(jar.path) == "io/netty/netty-epoll/4.2.17.Final/netty-epoll-4.2.17.Final-linux-x86_64.jar"
    assert jar.coordinates == "io.netty:netty-epoll:4.2.17.Final:linux-x86_64"


@pytest.mark.parametrize("line", LINES)
def test_the_configuration_keeps_the_server_to_this_machine(line: str) -> None:
    settings = server_settings(line, 7001, 7002, "64m")
    addresses = {name: value for name, value in settings.items() if name.endswith("_address")}
    assert set(addresses.values()) == {"127.0.0.1", "127.0.0.1:7001", "127.0.0.1:7002"}
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert settings["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"
    assert ("server.fleet_discovery.enabled" in settings) == (line == "2026")
    assert "server.memory.pagecache.size=64m\n" in configuration_text(settings)


def test_blanks_quotes_and_backslashes_survive_the_argument_file() -> None:
    assert argument_file(["-cp", 'C:\\a b\\"x".jar']) == '"-cp"\n"C:\\\\a b\\\\\\"x\\".jar"\n'


def test_the_first_account_is_written_as_neo4j_writes_it() -> None:
    user, credential, rest = initial_account("secret").split(":")
    algorithm, digest, salt, rounds = credential.split(",")
    assert (user, algorithm, rounds, rest) == ("neo4j", "SHA-256", "1024", "\n")
    assert len(digest) == len(salt) == 64
    assert "secret" not in initial_account("secret")


def test_memory_follows_the_machine_and_leaves_most_of_it_to_others() -> None:
    memory = choose_memory()
    assert 512 <= int(memory.heap[:-1]) <= 2048
    assert (int(memory.heap[:-1]) + int(memory.page_cache[:-1])) << 20 < total_memory()


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HEAP_VARIABLE, "700m")
    monkeypatch.setenv(PAGE_CACHE_VARIABLE, "0.25G")
    assert choose_memory() == Memory("700m", "256m")
    assert choose_memory(heap="1GiB", page_cache="65536k") == Memory("1024m", "64m")


@pytest.mark.parametrize(
    ("heap", "said"),
    [("lots", "'lots' is not a size"), ("2", "'2' is not a size"), ("10m", "too little"), ("9000g", "more than the")],
)
def test_sizes_that_cannot_be_used_are_refused_with_what_to_write(heap: str, said: str) -> None:
    with pytest.raises(ParameterError, match=said):
        choose_memory(heap=heap)


def test_a_bad_size_in_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HEAP_VARIABLE, "much")
    with pytest.raises(ParameterError, match="SCHOLARGRAPH_HEAP='much' is not a size"):
        choose_memory()


def test_idle_minutes_come_from_the_call_then_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert choose_minutes(None) is None
    monkeypatch.setenv(IDLE_VARIABLE, "0.5")
    assert choose_minutes(None) == 0.5
    assert choose_minutes(3) == 3
    folder = Folder(tmp_path)
    folder.create()
    assert read_minutes(folder) == 10
    write_minutes(folder, 0.5)
    assert read_minutes(folder) == 0.5


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "inf"])
def test_idle_minutes_that_are_none_are_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(IDLE_VARIABLE, text)
    with pytest.raises(ParameterError, match="idle minutes"):
        choose_minutes(None)


@pytest.mark.parametrize(
    ("code", "log", "kind", "said"),
    [
        (1, "java.net.BindException: Address already in use", "StartError", "another program took the port"),
        (1, "java.io.IOException: No space left on device", "StartError", "disk of .* is full"),
        (1, "Error: Could not reserve enough space for object heap", "StartError", "SCHOLARGRAPH_HEAP"),
        (1, "Lock file has been locked by another process: store_lock", "FolderInUseError", "another Neo4j uses the data"),
        (
            1,
            "Unrecognized VM option 'x'\nError: Could not create the Java Virtual Machine.",
            "StartError",
            "SCHOLARGRAPH_JAVA_OPTIONS",
        ),
        (
            1,
            "Error reading config: Unrecognized setting. No declared setting with name: dbms.nothing.",
            "StartError",
            "SCHOLARGRAPH_NEO4J_SETTINGS",
        ),
        (-9, "INFO  Starting...", "StartError", "SIGKILL"),
        (None, "INFO  Starting...", "StartError", "SCHOLARGRAPH_START_SECONDS"),
        (3, "something new", "StartError", "exit code 3"),
    ],
)
def test_a_failed_start_is_told_with_its_cause_and_the_next_step(code: int | None, log: str, kind: str, said: str) -> None:
    import re

    failure = explain(code, log, Path("/graph"), "2026.08.1", Path("/cache"), 120)
    assert failure.kind == kind
    assert re.search(said, failure.message)
    assert failure.log_tail == log


def test_options_of_java_are_asked_for_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(JAVA_VARIABLE, raising=False)
    assert asked_options() == []
    monkeypatch.setenv(JAVA_VARIABLE, " -XX:TieredStopAtLevel=1  -XX:+UseStringDeduplication")
    assert asked_options() == ["-XX:TieredStopAtLevel=1", "-XX:+UseStringDeduplication"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [([], ["-XX:+UseG1GC"]), (["-XX:+UseSerialGC"], []), (["-XX:+UseStringDeduplication", "-Xmn64m"], ["-XX:+UseG1GC"])],
)
def test_one_garbage_collector_is_named_and_whoever_asks_for_another_has_it(asked: list[str], named: list[str]) -> None:
    server = Distribution("2026", "2026.08.1", "Main", (Path("/jars/one.jar"),), Path("/java"), "0", Path("/cache"))
    arguments = java_arguments(server, Memory("512m", "64m"), Path("/home"), asked)
    assert [argument for argument in arguments if argument.endswith("GC")] == named


def test_settings_of_neo4j_are_asked_for_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTINGS_VARIABLE, raising=False)
    assert asked_settings() == {}
    monkeypatch.setenv(SETTINGS_VARIABLE, " db.transaction.timeout=10m  dbms.cypher.planner=COST")
    assert asked_settings() == {"db.transaction.timeout": "10m", "dbms.cypher.planner": "COST"}


@pytest.mark.parametrize("text", ["db.transaction.timeout", "=10m", "db.transaction.timeout= 10m"])
def test_what_is_no_setting_is_refused_before_a_server_starts(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTINGS_VARIABLE, text)
    with pytest.raises(ParameterError, match="name=value"):
        join(tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_settings_that_keep_a_server_closed_cannot_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTINGS_VARIABLE, "server.default_listen_address=0.0.0.0")
    with pytest.raises(ParameterError, match="scholargraph's own"):
        asked_settings()


def test_a_taken_port_is_not_chosen() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert free_port(port) not in {0, port}
    assert free_port(port) == port
