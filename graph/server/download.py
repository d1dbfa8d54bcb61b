"""One jar from the user's Maven repositories to a file, through jgo."""

import shutil
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

import requests
from jgo.maven import MavenContext
from jgo.util import http

from graph.server.jars import Jar
from graph.server.repositories import maven_context

CHUNK = 1 << 16


def download(received: Callable[[int], None], halted: threading.Event, jar: Jar, target: Path) -> None:
    """Write `jar` to `target` from the first repository that has it; `received` is told the bytes as they come.

    A copy of the right size in the local Maven repository is taken instead of a download. Nothing is verified here. jgo's own
    downloader is not used: it writes in place, so an interrupted download would pass for a complete one.
    Raises `ConnectionError` with the reasons of all repositories when none delivers, `InterruptedError` once `halted` is set.
    """
    context = _context()
    for local in context.local_repos:
        copy = local / jar.path
        if copy.is_file() and copy.stat().st_size == jar.size and not target.exists():
            shutil.copyfile(copy, target)
            received(jar.size)
            return
    reasons = []
    for name, url in context.remote_repos.items():
        got = 0
        try:
            with http.get(f"{url}/{jar.path}", stream=True, timeout=context.timeout) as response:
                if response.status_code != requests.codes.ok:
                    reasons.append(f"{name} answers {response.status_code} {response.reason}")
                    continue
                with target.open("wb") as file:
                    for chunk in response.iter_content(CHUNK):
                        if halted.is_set():
                            raise InterruptedError("the download was stopped")
                        got += file.write(chunk)
                        received(len(chunk))
            return
        except requests.RequestException as error:
            received(-got)
            reasons.append(f"{name}: {_cause(error)}")
    raise ConnectionError("; ".join(reasons))


@cache
def _context() -> MavenContext:
    return maven_context()


def _cause(error: BaseException) -> str:
    """The innermost reason, without the layers of the HTTP library."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    return f"{type(error).__name__}: {error}"
