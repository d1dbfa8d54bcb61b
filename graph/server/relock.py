"""Write the lock file of a Neo4j line, when a new release of it is to be used.

    python -m graph.server.relock 2026 org.neo4j:neo4j:2026.08.1+org.neo4j.client:neo4j-browser:5.24.0

jgo resolves the coordinates, on the maintainer's machine; the integration tests then show whether the release holds.
"""

import hashlib
import sys
import tempfile
import tomllib
from pathlib import Path

import jgo

from graph.server.jars import lock_path, parse_jar


def write_lock(line: str, coordinates: str, path: Path) -> int:
    """Resolve `coordinates` with jgo and write the lock file of `line` to `path`; returns the number of jars."""
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
    version = next(part.split(":")[2] for part in coordinates.split("+") if part.startswith("org.neo4j:neo4j:"))
    head = f'# Written by: python -m graph.server.relock {line} {coordinates}\nline = "{line}"\nversion = "{version}"\njars = [\n'
    path.write_text(head + "\n".join(sorted(rows)) + "\n]\n")
    return len(rows)


if __name__ == "__main__":
    target = lock_path(sys.argv[1])
    print(f"{write_lock(sys.argv[1], sys.argv[2], target)} jars -> {target}")
