"""Folders of documents of all formats that there are test documents of, with files among them that nobody can read."""

import random
import shutil
from pathlib import Path

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
DATA = Path(__file__).resolve().parents[1] / "data"
DOCUMENTS = sorted(path for path in [*DATA.rglob("*"), *DEMO.glob("*.txt")] if path.is_file())
UNREADABLE = {"empty.txt": b"", "picture.png": b"\x89PNG\r\n\x1a\n\0\0", "letter.txt": b"Dear reader,\nthis is a letter.\n"}


def mixed_folder(folder: Path, seed: int) -> Path:
    """A folder of some test documents under names that say nothing, in an order of chance; all for seed 0."""
    chance = random.Random(seed)
    chosen = DOCUMENTS if seed == 0 else chance.sample(DOCUMENTS, k=12)
    for number, path in enumerate(chance.sample(chosen, k=len(chosen))):
        shutil.copy(path, folder / f"{number:02}")
    for name in chance.sample(sorted(UNREADABLE), k=len(UNREADABLE) if seed == 0 else 1):
        (folder / name).write_bytes(UNREADABLE[name])
    return folder
