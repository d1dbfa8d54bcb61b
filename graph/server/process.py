"""One Java process that is a Neo4j server: prepared, started, waited for, stopped."""

import ctypes
import hashlib
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph.server.configuration import HOST, argument_file, asked_settings, configuration_text, java_arguments, server_settings
from graph.server.distribution import Distribution
from graph.server.folder import USERNAME
from graph.server.memory import Memory
from graph.server.private import UMASK, private_folder, private_log, write_private

JAVA_VARIABLE = "SCHOLARGRAPH_JAVA_OPTIONS"
READY_LINE = "Started."
STOP_SECONDS = 60
HASH_ROUNDS = 1024
UNASSIGNED_PORTS = range(20_000, 32_000)
"""Below what Linux (32768), macOS and Windows (49152) take connections' own ports from (RFC 6335, section 6)."""
PORT_ATTEMPTS = 50
FOREIGN_VARIABLES = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")


def asked_options() -> list[str]:
    """Options for the server's Java that the environment asks for, blanks between them."""
    return os.environ.get(JAVA_VARIABLE, "").split()


def free_port(preferred: int = 0) -> int:
    """A loopback port that nobody listens on: `preferred` if it is free.

    It is one that no system hands out by itself, so that no connection takes it before the server does, or while it is down.
    """
    chosen = random.SystemRandom().sample(UNASSIGNED_PORTS, PORT_ATTEMPTS)
    for port in (*([preferred] if preferred else []), *chosen, 0):
        with socket.socket() as probe:
            if os.name != "nt":
                # Without it, a port is taken for a minute after its server stopped.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on the loopback interface")


def prepare_home(
    home: Path, distribution: Distribution, memory: Memory, bolt_port: int, http_port: int, password: str,
    asked: Iterable[str] = (),
) -> Path:  # fmt: skip
    """Write what the server reads when it starts, each file for its owner's eyes alone; returns the Java argument file, which
    fits the options that are `asked` for besides."""
    settings = server_settings(distribution.line, bolt_port, http_port, memory.page_cache)
    write_private(home / "conf" / "neo4j.conf", configuration_text(settings | asked_settings()))
    accounts = home / "data" / "dbms"
    private_folder(accounts)
    if not (accounts / "auth.ini").exists():
        write_private(accounts / "auth.ini", initial_account(password))
    arguments = home / "run" / "java.arguments"
    write_private(arguments, argument_file(java_arguments(distribution, memory, home, asked)))
    return arguments


def initial_account(password: str) -> str:
    """The account that a new server begins with, as `neo4j-admin dbms set-initial-password` writes it to data/dbms/auth.ini.

    Written here, the password never stands in a command line, and no second Java has to start. The server reads it only while
    it has no accounts yet.
    """
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _round in range(HASH_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{HASH_ROUNDS}:\n"


def start_java(
    java: Path, options: list[str], arguments: Path, home: Path, log: Path, variables: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start Java in `home`, writing to `log`, with some more `variables` in its environment. On Linux it ends when the calling
    process does, whatever ends that."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("NEO4J_") and name not in FOREIGN_VARIABLES
    }
    environment |= variables or {}
    if sys.platform == "linux":
        # Java reads file names in the locale's encoding; in the plain C locale none has a letter beyond ASCII.
        environment["LC_ALL"] = "C.UTF-8"
    with private_log(log) as output:
        return subprocess.Popen(
            [str(java), *options, f"@{arguments}"],
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            umask=UMASK,
            preexec_fn=_end_with_parent() if sys.platform == "linux" else None,
        )


def _end_with_parent() -> Callable[[], None]:
    """What the child calls so that the kernel sends it SIGTERM when its parent dies (man 2 prctl, PR_SET_PDEATHSIG)."""
    library, parent = ctypes.CDLL(None, use_errno=True), os.getpid()

    def ask() -> None:
        library.prctl(1, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def wait_until_ready(
    process: subprocess.Popen[bytes], log: Path, seconds: float, idle: Callable[[], None] = lambda: None
) -> bool:
    """Wait until the server says that it is up: True then, False if it ended or took longer. `idle` is called while waiting."""
    deadline = time.monotonic() + seconds
    position, text = 0, ""
    while time.monotonic() < deadline:
        ended = process.poll() is not None
        with log.open("rb") as file:
            file.seek(position)
            fresh = file.read()
        position += len(fresh)
        text = (text + fresh.decode("utf-8", "replace"))[-65_536:]
        if any(line.endswith(READY_LINE) for line in text.splitlines()):
            return not ended
        if ended:
            return False
        idle()
        time.sleep(0.02)
    return False


def stop_java(process: subprocess.Popen[bytes], seconds: float = STOP_SECONDS) -> None:
    """Stop the server in an orderly way, and at once if it does not answer; its transaction log makes either safe."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
