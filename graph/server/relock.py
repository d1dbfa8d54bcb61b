"""Write the lock file of a Neo4j line, when a new release of it is to be used.

    python -m graph.server.relock 2026 org.neo4j:neo4j:2026.08.1+org.neo4j.client:neo4j-browser:5.24.0

The file of another Java program, of which the first coordinates are the main ones, is named as well:

    python -m graph.server.relock cypher-shell org.neo4j:cypher-shell:5.26.30 tests/data/cypher-shell.lock.toml

jgo resolves the coordinates, on the maintainer's machine; the integration tests then show whether the release holds.
"""

import hashlib
import sys
import tempfile
import tomllib
from pathlib import Path

import jgo

from graph.server.jars import LINES, lock_path, parse_jar


def write_lock(line: str, coordinates: str, path: Path) -> int:
    """Resolve `coordinates` with jgo and write the lock file of `line` to `path`; returns the number of jars.

    The version of the first coordinates is the version of the whole.
    """
    with tempfile.TemporaryDirectory() as scratch:
        environment = jgo.build(coordinates, cache_dir=Path(scratch))
        files = {jar.name: jar for jar in environment.all_jars}
        rows = []
        for entry in tomllib.loads((Path(environment.path) / "jgo.lock.toml").read_text())["dependencies"]:
            parts = (entry["groupId"], entry["artifactId"], entry["version"], entry.get("classifier"))
            jar = parse_jar(":".join(part for part in parts if part), 0, entry["sha256"])
            file = files[jar.path.name]
            if hashlib.sha256(file.read_bytes()).hexdigest() != jar.sha256:
                raise ValueError(f"{file.name} is not the file that was resolved; resolve again in an empty cache")
            rows.append(f'  {{ jar = "{jar.coordinates}", size = {file.stat().st_size}, sha256 = "{jar.sha256}" }},')
    version = coordinates.split("+")[0].split(":")[2]
    written_by = f"python -m graph.server.relock {line} {coordinates}" + ("" if line in LINES else f" {path.as_posix()}")
    head = f'# Written by: {written_by}\nline = "{line}"\nversion = "{version}"\njars = [\n'
    path.write_text(head + "\n".join(sorted(rows)) + "\n]\n")
    return len(rows)


if __name__ == "__main__":
    name, wanted, *file = sys.argv[1:]
    target = Path(file[0]) if file else lock_path(name)
    print(f"{write_lock(name, wanted, target)} jars -> {target}")
