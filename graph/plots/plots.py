"""The plots of a graph, each of the answer of one question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from graph.errors import ParameterError
from graph.plain_text import plain_text
from graph.plots.needed import need_plots
from graph.plots.plot import Plot

if TYPE_CHECKING:
    import altair as alt

    from graph.questions import Questions

WIDTH = 640


class Plots:
    """Plots of a graph. Where a method takes an author, venue, institution or years, these are those of the question that it
    asks, and raise what it raises. What has no year, and what is beyond `most`, the plot's `notes` tell.

    Raises PlotsUnavailableError without the extra "plots".
    """

    def __init__(self, questions: "Questions[pd.DataFrame]") -> None:
        need_plots()
        self._questions = questions

    def years(
        self, *, author: str | None = None, topic: str | None = None, venue: str | None = None, institution: str | None = None,
        document: str | None = None,
    ) -> Plot:  # fmt: skip
        """Papers by year, as `papers_by_year` counts them, of whatever is named by uid (an author by name as well), or of all."""
        rows = self._questions.query(
            "papers_by_year", author=author, topic=topic, venue=venue, institution=institution, document=document
        )
        named = [one for one in (author, topic, venue, institution, document) if one]
        dated = rows.dropna(subset=["year"])
        chart = _chart(dated).mark_bar().encode(x=_years(dated.year), y=_count("papers"), tooltip=["year", "papers"])
        undated = int(rows.papers[rows.year.isna()].sum())
        notes = [f"{undated:,} papers of unknown year are not shown."] if undated else []
        return _plot(chart, f"Papers by year: {', '.join(named)}" if named else "Papers by year", notes)

    def course(
        self, *topics: str, author: str | None = None, venue: str | None = None, institution: str | None = None,
        since: int | None = None, until: int | None = None,
    ) -> Plot:  # fmt: skip
        """Topics over the years, a line each: their share of the year's papers that have a text or a topic (`topic_course`)."""
        if not topics:
            raise ParameterError("course() draws topics: name one or several of them")
        of = {"author": author, "venue": venue, "institution": institution, "since": since, "until": until}
        courses = {_text(topic): self._questions.query("topic_course", topic=topic, **of) for topic in topics}
        rows = pd.concat([course.assign(topic=topic) for topic, course in courses.items()])
        lines = _chart(rows).mark_line(point=True).encode(
            x=_years(rows.year), y=_share("share", "share of the year's papers"), color=_names("topic", list(courses)),
            tooltip=["topic", "year", "papers", "of_papers", _percent("share")],
        )  # fmt: skip
        return _plot(lines, f"Course of {', '.join(topics)}")

    def topics(
        self, author: str | None = None, *, venue: str | None = None, institution: str | None = None, most: int = 15,
        since: int | None = None, until: int | None = None,
    ) -> Plot:  # fmt: skip
        """The commonest topics of a person, venue or institution over the years, as squares: papers of each year
        (`topic_counts_by_year`)."""
        of = {"author": author, "venue": venue, "institution": institution, "since": since, "until": until}
        rows = self._questions.query("topic_counts_by_year", **of)
        all_of_it = rows.groupby("topic").papers.sum().sort_values(ascending=False, kind="stable")
        shown = _labelled(rows[rows.topic.isin(all_of_it.index[:most])])
        by_topic = dict(zip(shown.topic, shown.label, strict=True))
        order = [by_topic[topic] for topic in all_of_it.index[:most]]
        squares = _chart(shown).mark_rect().encode(
            x=_years(shown.year), y=_rows_of("label", order), color=_depth("papers"),
            tooltip=["label", "year", "papers", "of_papers", _percent("share")],
        )  # fmt: skip
        who = author or venue or institution
        return _plot(squares, f"Topics over the years{f': {who}' if who else ''}", _more(len(all_of_it) - most, "topics"))

    def trends(
        self, author: str | None = None, *, venue: str | None = None, institution: str | None = None, most: int = 20,
        since: int | None = None, turn: int | None = None, until: int | None = None,
    ) -> Plot:  # fmt: skip
        """What rises and fades, the surest first: the share of each topic before the year `turn` and from it on
        (`topic_trends`)."""
        of = {"author": author, "venue": venue, "institution": institution, "since": since, "turn": turn, "until": until}
        rows = self._questions.query("topic_trends", **of)
        shown = _labelled(rows[:most])
        order = list(shown.sort_values("log_ratio", ascending=False, kind="stable").label)
        base = _chart(shown).encode(y=_rows_of("label", order))
        tooltip = ["label", "direction", "turn", _percent("earlier_share"), _percent("later_share"), "papers", "g2"]
        axis = _share("earlier_share", "share of papers before the year of the turn (ring) and from it on (disc)")
        ways = base.mark_rule(strokeWidth=2).encode(
            x=axis, x2="later_share", color=_names("direction", ["rising", "fading"]), tooltip=tooltip
        )
        before = base.mark_point(size=50).encode(x="earlier_share:Q", color="direction:N", tooltip=tooltip)
        after = base.mark_point(size=60, filled=True).encode(x="later_share:Q", color="direction:N", tooltip=tooltip)
        turned = f" at {rows.turn.iloc[0]}" if len(rows) else ""
        return _plot(ways + before + after, f"Rising and fading topics{turned}", _more(len(rows) - most, "topics"))

    def collaborators(self, author: str, *, most: int = 25, together: bool = False) -> Plot:
        """The closest collaborators as spans from the first to the last shared paper, thick by strength
        (`close_collaborators`)."""
        rows = self._questions.query("close_collaborators", author=author, together=together)
        shown = rows[:most].assign(name=_distinct(rows[:most].name.map(_text)))
        dated = shown.dropna(subset=["first_year"])
        import altair as alt

        spans = _chart(dated).mark_rule(strokeCap="round").encode(
            x=alt.X("first_year:Q", title="year", axis=alt.Axis(format="d", tickMinStep=1), scale=alt.Scale(zero=False)),
            x2="last_year", y=_rows_of("name", list(dated.name)),
            size=alt.Size("strength:Q", scale=alt.Scale(rangeMin=4, rangeMax=14), legend=None),
            color=_depth("papers"), tooltip=["name", "papers", "strength", "first_year", "last_year"],
        )  # fmt: skip
        undated = len(shown) - len(dated)
        notes = _more(len(rows) - most, "people") + ([f"{undated} people of unknown years are not shown."] if undated else [])
        return _plot(spans, f"Close collaborators of {author}, thick by strength", notes)


def _chart(rows: pd.DataFrame) -> "alt.Chart":
    import altair as alt

    return alt.Chart(rows).properties(width=WIDTH)


def _plot(chart: "alt.Chart | alt.LayerChart", title: str, notes: Sequence[str] = ()) -> Plot:
    return Plot(chart.properties(title=_text(title)), _text(title), tuple(notes))


def _text(text: str) -> str:
    """A text as it is drawn: nothing in it acts."""
    return plain_text(text)


def _labelled(topics: pd.DataFrame) -> pd.DataFrame:
    """Topics with labels of which none is another topic's: of several that are called the same the scheme tells which."""
    several = topics.groupby("label").topic.transform("nunique") > 1
    labels = topics.label.where(~several, topics.label + " (" + topics.scheme + ")")
    return topics.assign(label=labels.map(_text))


def _distinct(names: pd.Series) -> list[str]:
    """Names of which none is another's: rows of a plot are told apart by them."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _years(years: pd.Series) -> "alt.X":
    """An axis of all years from the first to the last, also those of which there is nothing."""
    import altair as alt

    span = list(range(int(years.min()), int(years.max()) + 1)) if len(years) else []
    return alt.X("year:O", title="year", axis=alt.Axis(labelAngle=0, labelOverlap=True), scale=alt.Scale(domain=span))


def _count(column: str) -> "alt.Y":
    import altair as alt

    return alt.Y(f"{column}:Q", title=column, axis=alt.Axis(tickMinStep=1, format="d"))


def _share(column: str, title: str) -> "alt.Y":
    import altair as alt

    return alt.Y(f"{column}:Q", title=title, axis=alt.Axis(format="%"))


def _rows_of(column: str, order: list[str]) -> "alt.Y":
    import altair as alt

    return alt.Y(f"{column}:N", title=None, sort=order, axis=alt.Axis(labelLimit=300), scale=alt.Scale(paddingInner=0.1))


def _depth(column: str) -> "alt.Color":
    import altair as alt

    return alt.Color(f"{column}:Q", scale=alt.Scale(scheme="viridis", reverse=True), legend=alt.Legend(tickMinStep=1))


def _names(column: str, order: list[str]) -> "alt.Color":
    import altair as alt

    # Okabe and Ito's colours, which people of every colour vision tell apart.
    colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
    return alt.Color(f"{column}:N", title=column, scale=alt.Scale(domain=order, range=colours))


def _percent(column: str) -> "alt.Tooltip":
    import altair as alt

    return alt.Tooltip(f"{column}:Q", format=".1%")


def _more(count: int, what: str) -> list[str]:
    return [f"{count:,} more {what} are not shown."] if count > 0 else []
