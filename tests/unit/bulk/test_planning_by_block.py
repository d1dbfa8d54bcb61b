"""Claims planned block by block give the rows, near misses, corrections and counts that all of them planned together give."""

import json
import random
from array import array
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from graph.bulk.blocks import Ties, blocks_of, several
from graph.bulk.claim_files import ClaimReader, ClaimWriter
from graph.bulk.mapped_claims import gathered
from graph.bulk.mapping import Mapped, with_words
from graph.bulk.workers import Own
from graph.load.claims import Claim, ClaimId, prepare
from graph.load.plan import Known, Plan, plan_batch
from graph.load.reading import AnyClaim, OpenDocument
from graph.load.rows import rows_of
from tests.integration.test_any_order import made_up_documents


def rows(plan: Plan) -> Counter[str]:
    """Everything that a plan writes about papers, each thing as text."""
    made = rows_of(plan)
    found: list[object] = [paper.properties for paper in plan.created]
    found += [*made.wrote, *made.edited, *made.published_in, *made.about, *made.describes, *made.described_entities]
    found += [(name, row) for name, cited in made.cites.items() for row in cited]
    found += [*map(asdict, plan.near_misses), *map(asdict, plan.corrections)]
    return Counter(json.dumps(one, sort_keys=True, default=list) for one in found)


@pytest.mark.parametrize("seed", range(12))
def test_blocks_hold_all_that_touches_each_other(seed: int, tmp_path: Path) -> None:
    chance, own, mapped = random.Random(seed), Own(tmp_path, 0), []
    claims: list[AnyClaim] = []
    for number, document in enumerate(made_up_documents(chance, 25)):
        mapped.append(Mapped(number))
        for claim in OpenDocument.of(document).claims():
            if isinstance(claim, Claim):
                prepare(claim)
            claims.append(claim)
            mapped[-1].add(claim, own.keep(ClaimWriter).add(claim))
    own.keep(ClaimWriter).flush()
    found = gathered(mapped, ())
    every = found.places(np.arange(len(claims)))
    assert [claim.id for claim in own.keep(ClaimReader).read(every)] == [claim.id for claim in claims]

    words, holders = with_words(own, [*enumerate(every)], array("Q", np.unique(found.words.keys).tobytes()))
    keys = np.concatenate([found.keys.keys, np.asarray(words, dtype=np.uint64)])
    block = blocks_of(len(claims), Ties(keys, np.concatenate([found.keys.holders, np.asarray(holders, dtype=np.int64)])))
    assert len(set(block.tolist())) > 5

    together, apart, joined = plan_batch(claims, Known()), Counter[str](), set[ClaimId]()
    for some in several(block, 5):
        plan = plan_batch(own.keep(ClaimReader).read(found.places(some)), Known())
        apart += rows(plan)
        joined |= plan.joined
    assert apart == rows(together)
    works = {claim.id for claim in claims if isinstance(claim, Claim)}
    assert joined & works == together.joined & works
