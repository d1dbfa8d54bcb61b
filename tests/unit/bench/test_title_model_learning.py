"""Weights for corpora of many fields are learned from names of which it is known who wrote what."""

from graph.identity.title_model.background import Background, TitledPaper
from graph.identity.title_model.clustering import title_grouping
from tests.bench.identity import title_model_learning
from tests.bench.identity.title_model_learning import Name

_NAMES = ("wei li", "hao wu", "lei chen")
_FIELDS = {
    "Evolutionary Computation": (
        "Genetic algorithms with linkage",
        "Genetic selection pressure",
        "Linkage in genetic algorithms",
    ),
    "Wireless Communications": ("Fading wireless channels", "Power control in wireless channels", "Antenna power under fading"),
}


def _library() -> tuple[Background, list[Name]]:
    """Three names of two people each, who are in two fields and work with others."""
    papers: list[TitledPaper] = []
    names: list[Name] = []
    for name in _NAMES:
        start = len(papers)
        people: list[str] = []
        for venue, titles in _FIELDS.items():
            for year in range(2000, 2008):
                papers.append(TitledPaper(titles[year % len(titles)], year, venue, [name, f"Ann {venue.split()[0]}{name[:3]}"]))
                people.append(venue)
        names.append(Name(name, range(start, len(papers)), [()] * len(people), people))
    return Background(papers), names


def test_the_learned_weights_tell_the_people_apart_also_of_a_name_that_was_left_out() -> None:
    background, names = _library()
    lessons = title_model_learning.first_lessons(background, names)
    weights = title_model_learning.learn(background, names, lessons, left_out=[1])
    assert weights.learned_on == ("wei li", "lei chen")
    for name in names:
        found = title_grouping(background, weights, name.key, name.papers)
        assert found.groups == (tuple(range(8)), tuple(range(8, 16)))


def test_the_same_names_teach_the_same_weights_and_learning_leaves_the_lessons_as_they_were() -> None:
    background, names = _library()
    lessons = title_model_learning.first_lessons(background, names)
    count = len(lessons.measures)
    texts = [title_model_learning.as_text(title_model_learning.learn(background, names, lessons)) for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(lessons.measures) == count


def test_one_name_alone_can_teach() -> None:
    background, names = _library()
    weights = title_model_learning.learn(background, names[:1], title_model_learning.first_lessons(background, names[:1]))
    assert weights.learned_on == ("wei li",)


def test_each_run_draws_other_papers_of_a_name_after_all_of_them() -> None:
    _, (name, *_) = _library()
    first, second = (list(name.views(run)) for run in (0, 1))
    assert first[0] == second[0] == name
    assert [view.papers for view in first[1:]] != [view.papers for view in second[1:]]
