"""Archives as tests need them."""

import io
import tarfile
import zipfile
from collections.abc import Mapping

Entries = Mapping[str, bytes]

ANTS = b"@article{ants, title = {Of Ants}, author = {Lee, Ann}, year = 2020}\n"
BEES = b"TY  - JOUR\nTI  - Of Bees\nAU  - Ho, Bo\nPY  - 2021\nER  - \n"


def zipped(entries: Entries, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(entries: Entries, mode: str = "w") -> bytes:
    """A tar archive, compressed as `mode` says ("w:gz")."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return held.getvalue()
