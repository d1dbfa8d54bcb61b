"""CONTRIBUTING.md says of the rooms what is so."""

from tests.unit.rooms import PAGE, allowed, picture, reduced, table, with_rooms


def test_the_rooms_are_drawn_as_they_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == with_rooms(text), "run `python -m tests.unit.rooms`"


def test_every_room_is_in_the_pictures_and_the_tables() -> None:
    for package in ("loaders", "graph"):
        rooms = [room.partition(".")[2] for room in allowed() if room.startswith(f"{package}.")]
        assert [room for room in rooms if f"| `{room}` | " not in table(package)] == []
        boxes = picture(package).replace('"]', "<br>").replace('["', "<br>")
        assert [room for room in rooms if f"<br>{room}<br>" not in boxes] == []


def test_arrows_that_follow_from_others_are_left_out_and_no_other() -> None:
    below = {"a": frozenset("bcd"), "b": frozenset("cd"), "c": frozenset("d"), "d": frozenset[str]()}
    assert reduced(below) == {"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": set()}
