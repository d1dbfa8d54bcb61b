"""The folder of a local graph: where its files are, and the small files that say what it is and who runs it.

    FOLDER/graph.json            what the graph is: its Neo4j line, the version that wrote it, its last ports
    FOLDER/neo4j/                the server's home: conf, data, logs, import
    FOLDER/server/               this run: credentials.json, state.json, keeper.log, the locks, users/
    FOLDER/bulk/                 a first load under way, see `graph.server.replacing`; gone when it is done

What is secret or could be is readable by its owner alone.
"""

import os
import platform
import re
import secrets
import tempfile
import time
from functools import cache
from pathlib import Path

import msgspec
import psutil
from filelock import FileLock

from graph.errors import LocalServerError, StartError
from graph.server.jars import DEFAULT_LINE
from graph.server.private import private_folder, write_private

USERNAME = "neo4j"

STACK_FRAME = re.compile(r"\s+at \S+\(|\s*\.\.\. \d+ more")

BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")
CLOCK_CORRECTION = 2.0
"""Seconds by which the start time that a system reports may move: where it is told by the clock of the day, that is corrected."""

HEARTBEAT_SECONDS = 4.0
"""How often a supervisor rewrites its state, for other machines to see that it lives."""


class Identity(msgspec.Struct, frozen=True):
    """What a graph's folder remembers for good."""

    line: str = DEFAULT_LINE
    version: str = ""
    bolt_port: int = 0
    http_port: int = 0


class ProcessMark(msgspec.Struct, frozen=True):
    """A process, told from a later one that was given the same number by the time it started."""

    pid: int
    created: float
    boot: str = ""

    def process(self) -> psutil.Process | None:
        """The process, or None once it has ended."""
        try:
            process = psutil.Process(self.pid)
            same = self.boot == _boot() and abs(_started(process) - self.created) < CLOCK_CORRECTION
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None


class Failure(msgspec.Struct, frozen=True):
    """Why a server did not start: the class of graph.errors to raise, its message, the end of the log."""

    kind: str
    message: str
    log_tail: str = ""


class State(msgspec.Struct, frozen=True):
    """The run of a server, as its supervisor writes it. `phase` is starting, ready, stopping, stopped, died or failed."""

    phase: str
    host: str
    supervisor: ProcessMark = msgspec.field(name="keeper")
    heartbeat: float
    line: str
    version: str
    heap: str
    page_cache: str
    java: ProcessMark | None = None
    bolt_port: int = 0
    http_port: int = 0
    idle_since: float | None = None
    failure: Failure | None = None
    of: str = ""
    """The mark of the folder that it was written for: a copy of a folder has no part in its server."""

    @property
    def is_here(self) -> bool:
        """Whether the supervisor runs, or ran, on this machine."""
        return self.host == platform.node()

    @property
    def is_up(self) -> bool:
        """Whether the server answers: ready, with supervisor and Java alive on this machine."""
        alive = self.java is not None and self.java.process() is not None and self.supervisor.process() is not None
        return self.phase == "ready" and self.is_here and alive


class Folder:
    """The paths of a graph's folder, and its files read and written whole."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path).expanduser().absolute()
        self.home = self.path / "neo4j"
        self.run = self.path / "server"
        self.users = self.run / "users"
        self.state_file = self.run / "state.json"
        self.credentials_file = self.run / "credentials.json"
        self.identity_file = self.path / "graph.json"
        self.stop_request = self.run / "stop-requested"
        self.supervisor_call = self.run / "keeper-call"
        self.idle_file = self.run / "idle-minutes"
        self.supervisor_log = self.run / "keeper.log"
        self.console_log = self.home / "logs" / "console.log"
        self.staging = self.path / "bulk"

    def create(self) -> None:
        """Make the folders, readable by their owner alone; `StartError` where that is not possible."""
        try:
            private_folder(self.path)
            for path in (self.run, self.users, self.home):
                path.mkdir(exist_ok=True, mode=0o700)
                path.chmod(0o700)
            for name in ("conf", "data", "logs", "run", "plugins", "import"):
                (self.home / name).mkdir(exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=self.run) as probe:
                probe.write(b"writable")
        except OSError as error:
            raise StartError(
                f"The graph's folder {self.path} cannot be written: {error.strerror or error}. "
                "Free the disk, change the folder's permissions, or choose another folder."
            ) from error

    @property
    def exists(self) -> bool:
        """Whether a graph was ever made here."""
        return self.identity_file.is_file()

    def guard(self) -> FileLock:
        """The lock under which a server is started, joined or stopped. The system frees it when its holder dies."""
        return FileLock(self.run / "guard.lock", mode=0o600)

    def supervisor_lock(self) -> FileLock:
        """The lock that the supervisor holds as long as it lives."""
        return FileLock(self.run / "keeper.lock", mode=0o600)

    def read_identity(self) -> Identity | None:
        """What the folder remembers, or None for a new one; `LocalServerError` for a file that cannot be read."""
        try:
            return msgspec.json.decode(self.identity_file.read_bytes(), type=Identity)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.DecodeError) as error:
            raise LocalServerError(
                f"{self.identity_file} cannot be read ({error}). "
                'Write {"line": "2026"} into it, or {"line": "5.26"} if the graph was made with that line.'
            ) from error

    def write_identity(self, identity: Identity) -> None:
        """Remember `identity`."""
        write_private(self.identity_file, msgspec.json.format(msgspec.json.encode(identity)).decode() + "\n")

    def read_state(self) -> State | None:
        """The last state written, or None if there is none, if it makes no sense, or came with a copy of another folder."""
        try:
            state = msgspec.json.decode(self.state_file.read_bytes(), type=State)
        except (OSError, msgspec.DecodeError):
            return None
        # Another machine may number the same folder otherwise.
        is_copied = state.is_here and state.of not in ("", self._mark())
        return None if is_copied else state

    def write_state(self, state: State) -> None:
        """Replace the state, with a new heartbeat."""
        state = msgspec.structs.replace(state, heartbeat=time.time(), of=self._mark())
        write_private(self.state_file, msgspec.json.encode(state).decode(), lasting=False)

    def _mark(self) -> str:
        """What stays the same when the folder is moved, and differs in a copy of it."""
        found = self.run.stat()
        return f"{found.st_dev}:{found.st_ino}"

    def password(self) -> str:
        """The password of this graph, made up at the first call."""
        try:
            return str(msgspec.json.decode(self.credentials_file.read_bytes(), type=dict[str, str])["password"])
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError, KeyError) as error:
            raise LocalServerError(
                f"{self.credentials_file} cannot be read ({error}). Restore it from a backup of the folder."
            ) from error
        if (self.home / "data" / "databases" / "system").exists():
            raise LocalServerError(
                f"{self.credentials_file} is gone, and with it the password of this graph. Restore it from a backup."
            )
        password = secrets.token_urlsafe(24)
        write_private(self.credentials_file, msgspec.json.encode({"username": USERNAME, "password": password}).decode())
        return password

    def log_tail(self, lines: int = 30) -> str:
        """The last lines of what the server and its supervisor wrote, without empty ones and Java's stack frames."""
        text: list[str] = []
        for path in (self.supervisor_log, self.console_log):
            try:
                with path.open("rb") as file:
                    file.seek(max(0, path.stat().st_size - 65_536))
                    found = file.read().decode("utf-8", "replace").splitlines()
            except OSError:
                continue
            text += [line for line in found if line.strip() and not STACK_FRAME.match(line)]
        return "\n".join(text[-lines:])


def mark_of(pid: int) -> ProcessMark:
    """The mark of a running process."""
    return ProcessMark(pid, _started(psutil.Process(pid)), _boot())


@cache
def _boot() -> str:
    """Which run of the machine this is, where the system tells (man 5 proc, /proc/sys/kernel/random/boot_id)."""
    try:
        return BOOT_FILE.read_text().strip()
    except OSError:
        return ""


def _started(process: psutil.Process) -> float:
    """When a process started, in seconds: since the machine did where the system tells which start that was, else since 1970.

    The clock of the day will not do where it can be helped: it jumps when it is set, and when a virtual machine wakes up.
    """
    if not _boot():
        return process.create_time()
    try:
        # The name, in brackets, may hold blanks and brackets itself (man 5 proc_pid_stat: starttime is the 22nd field).
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        raise psutil.NoSuchProcess(process.pid) from None
