"""Keywords as exports list them: one, several with signs between, or a list that a program printed."""

import pytest

from loaders.fields.keywords import keywords


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (["ants; bees", "Ants"], ["ants", "bees"]),
        (["['Pippi', 'Nordwind', 'Piraten']"], ["Pippi", "Nordwind", "Piraten"]),
        (['["ants", "bees, solitary"]'], ["ants", "bees, solitary"]),
        (['c("ants", "bees")'], ["ants", "bees"]),
        (["[Ru(bpy)3]2+; 'ants'"], ["[Ru(bpy)3]2+", "'ants'"]),
        (["crohn's disease"], ["crohn's disease"]),
    ],
)
def test_keywords_stand_one_by_one(printed: list[str], labels: list[str]) -> None:
    assert [one.label for one in keywords(printed)] == labels
