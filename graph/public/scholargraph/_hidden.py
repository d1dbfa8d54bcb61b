"""Whether Python finds scholargraph's own packages, or files of the user's that have their names and come first on its path."""

import sys
from importlib.util import find_spec
from pathlib import Path

_OWN_FILES = {"graph": "facade.py", "loaders": "formats.py"}
"""A file of each package that no other `graph` or `loaders` is likely to have."""


def refuse_hidden_packages() -> None:
    """Raise ImportError, with what to do, where `import graph` or `import loaders` would give something else than ours."""
    for package, own_file in _OWN_FILES.items():
        found = _file_of(package)
        if found is None:
            raise ImportError(
                f"scholargraph is not completely installed, its package {package!r} is missing: "
                "pip install --force-reinstall --no-deps scholargraph",
                name=package,
            )
        if not found.with_name(own_file).is_file() or found.name != "__init__.py":
            hiding = found.parent if found.name == "__init__.py" else found
            raise ImportError(
                f"{hiding} hides scholargraph's own package {package!r}, because Python looks there first: "
                "rename it, or keep it in another folder than the script that imports scholargraph",
                name=package,
                path=str(found),
            )


def _file_of(package: str) -> Path | None:
    """The file that `import package` runs or has run, which is not run by looking; None where there is none."""
    if package in sys.modules:
        file = getattr(sys.modules[package], "__file__", None)
    else:
        spec = find_spec(package)
        file = spec.origin if spec else None
    return Path(file) if file else None
