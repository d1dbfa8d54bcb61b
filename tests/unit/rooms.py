"""The rooms of the code as CONTRIBUTING.md shows them, made from `test_layers.LAYERS` and what each room says it is for.

`python -m tests.unit.rooms` writes them there. An arrow leads from a room to one that it may import. Arrows that follow from
others are left out, and rooms that stand in the same place share a box.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from tests.unit.markdown_pages import ROOT
from tests.unit.test_layers import LAYERS

PAGE = ROOT / "CONTRIBUTING.md"
APART = (
    "graph.identity.blocking",
    "graph.identity.evidence_model",
    "graph.identity.title_model",
    "graph.identity.union_find",
    "graph.public.scholargraph",
)
"""Rooms and modules within folders that stand elsewhere than the others there."""

Below = Mapping[str, frozenset[str]]


def room_of(part: str) -> str:
    """The room that a module or a part of a room stands in; modules that stand alone are rooms by themselves."""
    within = next((room for room in APART if part.startswith(room)), None)
    return within or ".".join(part.split(".")[:2])


@cache
def allowed() -> Below:
    """What each room may import, by room: the rules of all its parts together."""
    everything = {room_of(part) for part in LAYERS}
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for part, imported in LAYERS.items():
        if imported is None:
            above = {room_of(one) for one, below in LAYERS.items() if part in (below or ())}
            rooms[room_of(part)] |= everything - above
        else:
            # A room that names itself may import the rooms within it.
            within = {room for room in everything if part in imported and room.startswith(f"{part}.")}
            rooms[room_of(part)] |= within | set(map(room_of, imported))
    return {room: frozenset(found - {room}) for room, found in rooms.items()}


def reduced(below: Below) -> Below:
    """The same without the arrows that follow from others. Raises ValueError where rooms import each other in a circle."""
    return {
        room: frozenset(found - {far for near in found for far in _reached(below, near, (room,))})
        for room, found in below.items()
    }


def picture(package: str) -> str:
    """The rooms of `graph` or of `loaders` as a Mermaid flowchart."""
    arrows = {room: below for room, below in reduced(allowed()).items() if room.split(".")[0] == package}
    inner = {room: frozenset(one for one in below if one.split(".")[0] == package) for room, below in arrows.items()}
    above = {room: frozenset(one for one, below in inner.items() if room in below) for room in inner}
    boxes: defaultdict[tuple[frozenset[str], frozenset[str]], list[str]] = defaultdict(list)
    for room in inner:
        boxes[inner[room], above[room]].append(room)
    box_of = {room: f"{package}_{number}" for number, rooms in enumerate(boxes.values()) for room in rooms}
    lines = ["flowchart TD"]
    lines += [f'  {box_of[rooms[0]]}["{"<br>".join(_short(room) for room in rooms)}"]' for rooms in boxes.values()]
    ties = {f"  {box_of[room]} --> {box_of[one]}": None for room, below in inner.items() for one in sorted(below)}
    return "\n".join([*lines, *ties]) + "\n"


def table(package: str) -> str:
    """What each room is for, in its own words."""
    rows = [f"| `{_short(room)}` | {purpose(room)} |" for room in sorted(allowed()) if room.split(".")[0] == package]
    return "\n".join(["| room | is for |", "|---|---|", *rows]) + "\n"


def purpose(room: str) -> str:
    """The first sentence of what a room or a module says of itself."""
    folder = ROOT / room.replace(".", "/")
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return re.split(r"(?<=\.)\s|\n\n", " ".join(said.split("\n\n")[0].split()))[0].replace("|", "\\|")


def with_rooms(text: str) -> str:
    """CONTRIBUTING.md with pictures and tables between their marks. Raises ValueError where it has none."""
    for package in ("loaders", "graph"):
        begin, end = f"<!-- rooms of {package}: python -m tests.unit.rooms -->", f"<!-- end of the rooms of {package} -->"
        if begin not in text or end not in text:
            raise ValueError(f"the page has no place for the rooms of {package}: {begin} … {end}")
        before, after = text.partition(begin)[0], text.partition(end)[2]
        text = f"{before}{begin}\n\n```mermaid\n{picture(package)}```\n\n{table(package)}\n{end}{after}"
    return text


def main() -> None:
    """Write the rooms into CONTRIBUTING.md."""
    PAGE.write_text(with_rooms(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {PAGE}")


def _short(room: str) -> str:
    return room.partition(".")[2] or f"{room} (formats, recognition, signs, ris)"


def _reached(below: Below, room: str, way: tuple[str, ...]) -> frozenset[str]:
    """All rooms below a room, however many steps."""
    if room in way:
        raise ValueError(f"rooms that import each other: {' -> '.join((*way, room))}")
    near = below.get(room, frozenset())
    return near.union(*(_reached(below, one, (*way, room)) for one in near))


if __name__ == "__main__":
    main()
