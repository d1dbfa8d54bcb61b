"""Who wrote what, as Splink tells it. Runs in an environment of its own, on the files of `peers.exchange`.

    python splink_people.py textbook|fair|names INPUT OUTPUT

textbook    authorships as the tutorial links people: blocking by names and coauthors, weights by expectation maximisation, p ≥ .5
fair        authorships as well as we could make it: blocking by names alone, no pair of one paper, weights of names set by hand,
            the others by expectation maximisation on pairs of one name, and every threshold, of which the one that suits known
            people best is taken by whoever reads the result
names       one row for each printed name, weights from known people, and every threshold

OUTPUT is a Parquet file with a column `slot`, or `record`, and for each threshold a column of people; beside it lies OUTPUT.json
with the seconds of each step, how many pairs were compared, and the weights that were found.
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule

SEED = 1
RANDOM_PAIRS = 2e6
PAIRS_LEARNED_FROM = 1e6
SAMPLED = 4000
RULES = ["l.given = r.given and l.family = r.family"]
"""What is surely one person, for the prior; the tutorial's "deterministic rules"."""
RECALL = 0.6
GIVEN = {
    "an initial": "least(length(given_l), length(given_r)) = 1 AND left(given_l, 1) = left(given_r, 1)",
    "one begins the other": "starts_with(given_l, given_r || ' ') OR starts_with(given_r, given_l || ' ')",
    "alike": "jaro_winkler_similarity(given_l, given_r) >= 0.92",
}
"""How given names may differ, beside one family name."""
OF_ONE_PERSON = {"whole": 0.94, "bag": 0.01, "an initial": 0.01, "one begins the other": 0.02, "alike": 0.002, "other": 0.018}
"""Set by hand for `fair`: of pairs of one person's authorships the shares whose names agree so."""
WEIGHTS = range(-2, 17, 2)
"""Thresholds in bits: from one to four against, to sixty thousand to one for."""


def main() -> None:
    """Read, learn, compare, join, write."""
    way, folder, output = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    clock = Clock()
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(f"SET temp_directory = '{output.parent / 'spill'}'")
    row = "record" if way == "names" else "slot"
    api = DuckDBAPI(connection)
    rows = api.register(table_of(connection, way, folder), table_name="rows")
    linker = Linker(rows, settings(way, row, {} if way == "textbook" else by_chance(connection, folder)))
    learn(linker, way)
    clock.step("learning")
    predicted = linker.inference.predict(**least(way))
    clock.step("comparing")
    connection.execute(f"CREATE TABLE people AS SELECT {row} FROM inputs")
    for column, threshold in thresholds(way).items():
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, **threshold)
        connection.execute(
            f'CREATE OR REPLACE TABLE people AS SELECT people.*, found.cluster_id AS "{column}" '
            f"FROM people JOIN {found.physical_name} AS found USING ({row})"
        )
        clock.step(column)
    connection.execute(f"COPY people TO '{output}' (FORMAT parquet)")
    [[pairs]] = connection.execute(f"SELECT count(*) FROM {predicted.physical_name}").fetchall()
    told = {"seconds": clock.seconds, "pairs_kept": pairs, "levels": levels_of(linker)}
    output.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")


class Clock:
    """Seconds of the processors for each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = 0.0

    def step(self, name: str) -> None:
        now = time.process_time()
        self.seconds[name], self._last = now - self._last, now


def table_of(connection: "duckdb.DuckDBPyConnection", way: str, folder: Path) -> "duckdb.DuckDBPyRelation":
    """The rows that are compared, with who is known to be behind them where the way learns from that."""
    file, row = ("records", "record") if way == "names" else ("authorships", "slot")
    known = f"LEFT JOIN '{folder}/known_{file}.parquet' USING ({row})"
    person = "NULL::VARCHAR AS person" if way == "textbook" else "person"
    connection.execute(
        f"""CREATE TABLE inputs AS
        SELECT rows.*, {person}, left(given, 1) AS initial, coauthors[1] AS coauthor, given || ' ' || family AS whole,
          list_aggregate(list_sort(string_split(given || ' ' || family, ' ')), 'string_agg', ' ') AS bag
        FROM '{folder}/{file}.parquet' AS rows {"" if way == "textbook" else known}"""
    )
    return connection.table("inputs")


def by_chance(connection: "duckdb.DuckDBPyConnection", folder: Path) -> dict[str, float]:
    """How often the names of two people agree by chance, given and family names being independent of each other.

    Among pairs of rows drawn at random hardly any names agree, and those that do are mostly one person's.
    """
    connection.execute(f"CREATE TABLE names AS SELECT given, family FROM '{folder}/records.parquet' WHERE given IS NOT NULL")
    same_family, same_given = (
        connection.execute(
            f"SELECT sum((n / total) ** 2) FROM (SELECT count(*) AS n, sum(n) OVER () AS total FROM names GROUP BY {part})"
        ).fetchall()[0][0]
        for part in ("family", "given")
    )
    cases = " ".join(f"WHEN {sql.replace('given_', '')} THEN '{name}'" for name, sql in GIVEN.items())
    sample = f"SELECT given FROM names USING SAMPLE reservoir({SAMPLED} ROWS) REPEATABLE ({SEED})"
    found = connection.execute(
        f"""WITH sampled AS ({sample}), pairs AS (SELECT one.given AS l, two.given AS r FROM sampled AS one, sampled AS two)
        SELECT CASE {cases} END AS name, count(*) / {SAMPLED**2} FROM pairs WHERE l <> r GROUP BY name"""
    ).fetchall()
    same_whole = same_family * same_given
    chances = {name: same_family * share for name, share in found if name}
    return {"whole": same_whole, "bag": same_whole, **chances, "other": 1 - same_whole - sum(chances.values())}


def settings(way: str, row: str, chances: dict[str, float]) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name=row,
        comparisons=compared(way, chances),
        blocking_rules_to_generate_predictions=blocks(way),
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def blocks(way: str) -> list:
    if way == "textbook":
        return [
            block_on("family", "initial"),
            block_on("family", "coauthors", arrays_to_explode=["coauthors"]),
            CustomRule("l.given = r.family and l.family = r.given"),
        ]
    apart = "not list_has_any(l.papers, r.papers)" if way == "names" else "l.paper <> r.paper"
    names = ("l.family = r.family and l.initial = r.initial", "l.bag = r.bag", "l.given = r.family and l.family = r.given")
    return [CustomRule(f"{name} and {apart}") for name in names]


def compared(way: str, chances: dict[str, float]) -> list:
    first, last = ("first_year", "last_year") if way == "names" else ("year", "year")
    years = f"greatest({first}_l - {last}_r, {first}_r - {last}_l, 0)"
    sizes = [8, 4, 2, 1] if way == "names" else [3, 2, 1]
    return [
        of_names(way, chances),
        comparisons.ArrayIntersectAtSizes("coauthors", sizes),
        comparisons.ArrayIntersectAtSizes("words", [3, 1]),
        comparisons.ArrayIntersectAtSizes("venues", [1]),
        comparisons.ArrayIntersectAtSizes("topics", sizes),
        comparisons.CustomComparison(
            [
                levels.CustomLevel(f"{first}_l IS NULL OR {first}_r IS NULL").configure(is_null_level=True),
                *(levels.CustomLevel(f"{years} <= {most}", f"at most {most} years") for most in (1, 4, 9)),
                levels.ElseLevel(),
            ],
            output_column_name="years",
        ),
    ]


def of_names(way: str, chances: dict[str, float]):
    if way == "textbook":
        return comparisons.ForenameSurnameComparison("given", "family", forename_surname_concat_col_name="whole")
    found = {
        "whole": levels.ExactMatchLevel("whole", term_frequency_adjustments=True),
        "bag": levels.CustomLevel("bag_l = bag_r", "the same words"),
        **{name: levels.CustomLevel(f"family_l = family_r AND ({sql})", name) for name, sql in GIVEN.items()},
        "other": levels.ElseLevel(),
    }
    for name, level in found.items():
        level.configure(u_probability=chances[name], fix_u_probability=True)
        if way == "fair":
            level.configure(m_probability=OF_ONE_PERSON[name], fix_m_probability=True)
    unknown = levels.CustomLevel("whole_l IS NULL OR whole_r IS NULL").configure(is_null_level=True)
    return comparisons.CustomComparison([unknown, *found.values()], output_column_name="name")


def learn(linker: Linker, way: str) -> None:
    training = linker.training
    training.estimate_probability_two_random_records_match(RULES, recall=RECALL)
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    if way == "names":
        training.estimate_m_from_label_column("person")
        return
    training.estimate_parameters_using_expectation_maximisation(block_on("given", "family"), max_pairs=PAIRS_LEARNED_FROM)
    if way == "textbook":
        training.estimate_parameters_using_expectation_maximisation(block_on("coauthor", "year"), max_pairs=PAIRS_LEARNED_FROM)


def least(way: str) -> dict[str, float]:
    return thresholds(way)["0.5"] if way == "textbook" else {"threshold_match_weight": WEIGHTS[0]}


def thresholds(way: str) -> dict[str, dict[str, float]]:
    if way == "textbook":
        return {"0.5": {"threshold_match_probability": 0.5}}
    return {str(weight): {"threshold_match_weight": weight} for weight in WEIGHTS}


def levels_of(linker: Linker) -> list[dict[str, object]]:
    """The levels of each comparison from the strongest agreement on, as the model has them."""
    found = []
    for comparison in linker.misc.save_model_to_json()["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                said = {"label": level["label_for_charts"], "m": level.get("m_probability"), "u": level.get("u_probability")}
                found.append({"comparison": comparison["output_column_name"], **said})
    return found


if __name__ == "__main__":
    main()
