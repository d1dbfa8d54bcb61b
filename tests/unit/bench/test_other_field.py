"""What is learned from a library of another kind tells its people apart better than what was learned elsewhere."""

from graph.identity.evidence_model.weights import Weights, shipped_values
from graph.identity.learning.fitting import fit
from tests.bench.corpus import items, people_of
from tests.bench.identity.metrics import b_cubed
from tests.bench.identity.other_field import circles, log_loss, pairs_of_names, people


def test_learned_weights_tell_people_of_circles_apart() -> None:
    corpus, truth = circles()
    pairs = list(pairs_of_names(corpus, truth))
    scores, losses = [], []
    for weights in (Weights.shipped(), Weights.of(fit(corpus, shipped_values()).weights)):
        found = people(corpus, weights, truth)
        scores.append(b_cubed(found, {slot: str(truth[slot]) for slot in found}).f1)
        losses.append(log_loss(corpus, weights, pairs))
    assert scores[1] > scores[0] + 0.2
    assert losses[1] < losses[0] / 2


def test_the_people_of_a_made_up_record_are_those_of_its_authors() -> None:
    _, *records = items(20)
    for number, record in enumerate(records):
        assert len(people_of(number)) == len(record.authors)  # type: ignore[union-attr]
