"""A Java that can run Spark."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from graph.errors import SparkUnavailableError

MODULE = "jdk.incubator.vector"
"""Spark starts no Java without it; the small Java that runs local graphs lacks it."""
PLACES = ("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines")
SECONDS = 60


def find_java() -> Path:
    """The home of a Java that can run Spark: JAVA_HOME, that of `java` on the path, or one of the system's. Raises
    SparkUnavailableError, which says what was looked at and what to install."""
    looked = []
    for home in dict.fromkeys(_homes()):
        if _serves(home):
            return home
        looked.append(str(home))
    raise SparkUnavailableError(
        f"Spark needs a Java 17 or newer with the module {MODULE}; looked at: {', '.join(looked) or 'none was found'}. Install "
        "one (Debian: apt-get install openjdk-17-jre-headless) and name its folder in JAVA_HOME."
    )


def _homes() -> Iterator[Path]:
    if named := os.environ.get("JAVA_HOME"):
        yield Path(named)
    if on_path := shutil.which("java"):
        yield Path(on_path).resolve().parents[1]
    for place in map(Path, PLACES):
        for found in sorted(place.glob("*")):
            yield found / "Contents" / "Home" if (found / "Contents").is_dir() else found.resolve()


def _serves(home: Path) -> bool:
    java = home / "bin" / ("java.exe" if os.name == "nt" else "java")
    if not java.is_file():
        return False
    asked = [str(java), f"--add-modules={MODULE}", "-version"]
    try:
        return subprocess.run(asked, capture_output=True, timeout=SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
