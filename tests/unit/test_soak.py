"""What an hour of mixed work is judged by."""

from tests.hammer.soak.looks import LARGEST_LOGS, MIB, Look, grown


def looks(facade: list[float], logs: int = 0) -> list[Look]:
    held = {"pages": 200 * MIB, "server": 2000 * MIB, "logs": logs, "database": MIB}
    return [Look(60.0 * place, {**held, "this process": int(size * MIB)}, 0) for place, size in enumerate(facade)]


def test_what_grows_while_it_warms_up_and_then_stays_is_flat() -> None:
    assert grown(looks([100, 250, *[300] * 8])) == []


def test_what_grows_to_the_end_is_told_with_both_sizes() -> None:
    assert grown(looks([100, 110, 120, 130, 140, 150, 160, 170, 180, 190])) == ["this process grew from 125 to 185 MiB"]


def test_logs_without_bounds_are_told() -> None:
    assert grown(looks([300] * 10, LARGEST_LOGS + MIB)) == ["logs take 201 MiB"]


def test_too_few_looks_say_nothing() -> None:
    assert grown(looks([300] * 4)) == ["too short to say anything"]
