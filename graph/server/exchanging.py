"""The folder of a graph exchanged for another one that was made beside it, as for a move to another line of Neo4j.

    FOLDER → kept, other → FOLDER

Both are renamed, so all three lie in one folder. What breaks off between the two leaves no graph in FOLDER, and
`recover_exchange` ends it.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from graph.errors import LocalServerError
from graph.server.folder import Folder
from graph.server.private import write_private
from graph.server.restarting import refuse_others
from graph.server.session import Session, other_users, stop, stop_guarded
from graph.server.starting import guarded


def take_over_login(old: Session, other: Path) -> None:
    """Give a folder in which a graph is about to be made the password of another graph, so that both are logged into alike. In
    one that has a password already nothing changes."""
    new = Folder(other)
    new.create()
    if not new.credentials_file.exists():
        write_private(new.credentials_file, old.credentials_file.read_text(encoding="utf-8"))


def exchange(session: Session, other: Path, kept: Path, may_go: Callable[[], None]) -> None:
    """Stop both servers, keep the folder of `session` as `kept`, and have `other` take its place, with the same ports.

    `may_go` is called when nobody else can come any more, and raises what speaks against it. Raises ServerInUseError where others
    use either server, LocalServerError where a folder cannot be renamed; the graph is in its place then as it was.
    """
    place, new = session.place, Folder(other)
    stop(other)
    with guarded(place):
        refuse_others(place, other_users(place), "then run this again")
        may_go()
        stop_guarded(place, force=True)
        before, after = place.read_identity(), new.read_identity()
        if before and after:
            new.write_identity(replace(after, bolt_port=before.bolt_port, http_port=before.http_port))
        try:
            place.path.rename(kept)
            try:
                other.rename(place.path)
            except OSError:
                kept.rename(place.path)
                raise
        except OSError as error:
            raise LocalServerError(
                f"{place.path} cannot be exchanged for {other}: {error.strerror or error}. The graph is where it was, the new "
                f"one in {other}."
            ) from error


def recover_exchange(folder: Path, other: Path, kept: Path) -> bool:
    """End an exchange that was broken off between its two renamings; whether there was one."""
    if folder.exists() or not (Folder(other).exists and Folder(kept).exists):
        return False
    other.rename(folder)
    return True
