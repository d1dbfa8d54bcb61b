"""Find the topics of a graph anew after papers came, changed or went, and which papers are about them.

A load marks the papers and phrases that it touches with the number of its turn; the mark goes when topics are found, so a load
that was broken off is made good by the next one. What is found depends on what the graph holds alone, never on the order in which
it came. It takes one transaction, but for the topics of a whole large graph: these are found in several, which loads may come
between (they leave marks of their own), and of two who do so at once the one who began later does it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar
from uuid import uuid4

import msgspec

from graph.queries.bound import Queries, Run
from graph.queries.rows import count_from, rows_as, uids_from
from graph.schema.form import hold
from graph.topics.above import put_above
from graph.topics.choosing import LEAST_SCORE, MOST_SPELLINGS, RULES, least_mentions
from graph.topics.chosen import Chosen, choose
from graph.topics.mentions import (
    Mentioned,
    given_as_keywords,
    key_of_uid,
    keyword_pages,
    meanings,
    mentioned,
    paper_pages,
    papers_due,
    parts,
    phrases_after,
    spelt_otherwise,
    term_uses,
    topics_found,
)
from graph.topics.said_otherwise import families
from graph.word_keys import is_keyword, phrase_of, phrase_uid

ROWS_AT_ONCE = 2_000
AT_ONCE, MANY_PAPERS, LARGE_SHARE = 5_000, 5_000, 0.2
_EVERY_TURN = 1 << 62
"""Marks of another graph, from which this one was restored, count the turns of that one."""

Result = TypeVar("Result")


class Together(Protocol):
    """Runs work in a write transaction of its own, or as a part of one."""

    def __call__(self, work: Callable[[Run], Result], /) -> Result: ...


class Noted(msgspec.Struct, frozen=True, gc=False):
    """The row of `topics_noted`."""

    rules: int | None
    least: int | None
    turn: int
    papers: int
    papers_due: int
    phrases_due: int
    keywords_due: int
    gone: bool

    @property
    def is_whole_due(self) -> bool:
        """Whether the topics of the whole graph have to be found, by other rules or because so much has changed."""
        same = self.rules == RULES and self.least == least_mentions(self.papers)
        return not same or (self.papers_due >= MANY_PAPERS and self.papers_due >= LARGE_SHARE * self.papers)

    @property
    def is_due(self) -> bool:
        """Whether anything is."""
        return self.is_whole_due or self.gone or self.papers_due + self.phrases_due + self.keywords_due > 0


def refresh_topics(queries: Queries) -> bool:
    """Find the topics that are due; whether any were. Raises what queries raise."""
    worked = False
    while (noted := next(iter(rows_as(Noted, queries.read, "topics_noted")), None)) is not None and noted.is_due:
        worked = True
        if noted.is_whole_due and noted.papers > AT_ONCE:
            if not _refresh_whole(queries.read, queries.write_together):
                break
        else:
            queries.write_together(_refresh_at_once)
    return worked


def _refresh_at_once(run: Run) -> None:
    """Find what is due in this transaction."""
    noted = _held(run)
    if not noted.is_whole_due:
        _refresh_due(run, noted)
    elif noted.papers <= AT_ONCE:
        _refresh_whole(run, lambda work: work(run))


def _held(run: Run) -> Noted:
    """Have no load come between until this transaction ends; what is noted then."""
    hold(run)
    [noted] = rows_as(Noted, run, "topics_noted")
    return noted


def _refresh_due(run: Run, noted: Noted) -> None:
    """Work off all marks."""
    due, there, spelt, means = papers_due(run), topics_found(run), spelt_otherwise(run), meanings(run)
    known, keywords = there.phrases, uids_from(run, "keywords_due")
    touched = {phrase_uid(term) for _, terms in due for term in terms}.union(map(phrase_of, keywords))
    touched.update(uids_from(run, "phrases_due"))
    # Any of them may have got, lost or changed its meaning by what others explain.
    touched |= {short for short, full in means.items() if full in touched or full in known or full in spelt}
    touched |= {uid for uid in spelt if " " not in uid}
    from_here = map(key_of_uid, touched.union(map(phrase_of, there.gone)))
    touched |= {*map(phrase_uid, families(from_here, map(key_of_uid, known.keys() | spelt.keys())))}
    found = {one.uid: one for one in mentioned(run, touched)}
    least = least_mentions(noted.papers)
    uses = term_uses(run, [one.key for one in found.values() if one.mentions >= least or one.uid in means])
    others = known | {uid: topic for uid, topic in spelt.items() if " " in uid}
    before = {uid: topic for uid, topic in others.items() if uid not in found}
    chosen = choose(found.values(), uses, means, least, before)
    as_before = {phrase: topic for phrase, topic in known.items() if phrase not in found}
    given = given_as_keywords(run, chosen.own - as_before.keys())
    chosen = chosen._replace(keywords=given | {phrase for phrase, topic in as_before.items() if is_keyword(topic)})
    stands_for = {uid: chosen.topic_of(uid) for uid in chosen.stands_for}
    moved = {uid for uid in stands_for.keys() | spelt.keys() if stands_for.get(uid) != spelt.get(uid)}
    _label(run, found.values())
    concerned = [*found.values(), *mentioned(run, moved - found.keys())]
    _put(run, (one.uid for one in concerned), chosen)
    changed = _spell(run, concerned, chosen)
    put_above(run, chosen.hierarchy)
    if lost := {*there.topics, *there.gone} - chosen.uids:
        run("drop_topics", uids=sorted(lost))
    _set_spellings(run, lost.union(keywords) - chosen.uids)
    papers = {uid for uid, _ in due}.union(uids_from(run, "papers_using", terms=changed) if changed else ())
    for some in parts(papers, ROWS_AT_ONCE):
        _write_about(run, some)
    _clear(run, _EVERY_TURN)


def _refresh_whole(read: Run, together: Together) -> bool:
    """Find all topics, in as many transactions as `together` makes; False where somebody else began to do so meanwhile."""
    token = uuid4().hex

    def begin(run: Run) -> Noted:
        noted = _held(run)
        run("begin_topics", token=token)
        return noted

    noted = together(begin)
    least, means = least_mentions(noted.papers), meanings(read)
    found = _all_phrases(together, least, means)
    chosen = choose(found, _all_uses(read, found), means, least, {})
    chosen = chosen._replace(keywords=given_as_keywords(read, chosen.own))
    held = partial(_hold_and, together)
    # All topics are there before any phrase spells one, and until what stands above them is written.
    for some in parts(chosen.own, ROWS_AT_ONCE):
        held(partial(_put, phrases=some, chosen=chosen))
    for start in range(0, len(found), ROWS_AT_ONCE):
        held(partial(_spell, found=found[start : start + ROWS_AT_ONCE], chosen=chosen))
    held(partial(put_above, wanted=chosen.hierarchy))
    there = topics_found(read)
    for some in parts({*there.topics, *there.gone} - chosen.uids, ROWS_AT_ONCE):
        held(partial(_drop, uids=some))
    for keywords in keyword_pages(read):
        for some in parts({*keywords} - chosen.uids, ROWS_AT_ONCE):
            held(partial(_set_spellings, uids=some))
    for papers in paper_pages(read):
        for some in parts((uid for uid, _ in papers), ROWS_AT_ONCE):
            held(partial(_write_about, papers=some))

    def end(run: Run) -> bool:
        _held(run)
        is_ours = count_from(run, "set_topics_noted", token=token, rules=RULES, least=least) > 0
        _clear(run, noted.turn)
        return is_ours

    return together(end)


def _hold_and(together: Together, work: Callable[[Run], Result]) -> Result:
    """What comes of work that no load comes between."""

    def held(run: Run) -> Result:
        _held(run)
        return work(run)

    return together(held)


def _all_phrases(together: Together, least: int, means: Mapping[str, str]) -> list[Mentioned]:
    """The phrases that may be topics, or spell one now or may do so, all spelt as most papers spell them. The rest would fill the
    memory."""
    found = []
    after: str | None = ""
    while after is not None:
        some, after = _hold_and(together, partial(_label_some, after=after))
        found += [one for one in some if one.mentions >= least or one.topic or one.uid in means]
    return found


def _label_some(run: Run, after: str) -> tuple[list[Mentioned], str | None]:
    found, last = phrases_after(run, after)
    _label(run, found)
    return found, last


def _label(run: Run, found: Iterable[Mentioned]) -> None:
    """Spell phrases as most papers do."""
    rows = [{"uid": one.uid, "label": one.commonest} for one in found if one.commonest != one.label]
    if rows:
        run("label_phrases", rows=rows)


def _all_uses(read: Run, found: Sequence[Mentioned]) -> Counter[str]:
    """How many papers use these phrases as terms, by their keys."""
    uses: Counter[str] = Counter()
    wanted = {one.key for one in found}
    for papers in paper_pages(read):
        for _, terms in papers:
            uses.update(wanted.intersection(terms))
    return uses


def _put(run: Run, phrases: Iterable[str], chosen: Chosen) -> None:
    """Have those of these phrases be topics that are."""
    own = chosen.own
    rows = [{"uid": uid, "topic": chosen.uid_of(uid), "scheme": chosen.scheme_of(uid)} for uid in phrases if uid in own]
    if rows:
        run("put_topics", rows=rows)


def _drop(run: Run, uids: Sequence[str]) -> None:
    run("drop_topics", uids=uids)


def _spell(run: Run, found: Sequence[Mentioned], chosen: Chosen) -> list[str]:
    """Have these phrases spell what they should, themselves or what they stand for; those of which that is new, by their keys."""
    wanted = {one.uid: chosen.topic_of(one.uid) for one in found}
    changed = [one for one in found if wanted[one.uid] != one.topic]
    if changed:
        run("spell_topics", rows=[{"uid": one.uid, "topic": wanted[one.uid]} for one in changed])
    spelt = {topic for topic in wanted.values() if topic}.union(one.topic for one in changed if one.topic)
    _set_spellings(run, spelt)
    return [one.key for one in changed]


def _set_spellings(run: Run, uids: Collection[str]) -> None:
    if uids:
        run("set_topic_spellings", uids=sorted(uids), most=MOST_SPELLINGS)


def _write_about(run: Run, papers: Sequence[str]) -> None:
    run("write_derived_about", papers=papers, least=LEAST_SCORE)


def _clear(run: Run, turn: int) -> None:
    while count_from(run, "clear_topics_due", turn=turn):
        pass
