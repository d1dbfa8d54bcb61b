"""The registry without a server: finding queries, checking and parsing what is given for their parameters, and the reference."""

import json
from pathlib import Path

import numpy as np
import pytest

from graph.errors import ParameterError, StoredQueryError, UnknownQueryError
from graph.queries.reference import PURPOSES, reference
from graph.queries.registry import Registry, limited
from graph.queries.types import parse_any, parse_type

SAMPLE = """\
// name: sample
// about: A sample.
// params: author: str, limit: int = 25, since: int? = null, share: float = 0.5, all: bool = false, uids: list = [],
//   origin: str(given|derived) = "given", weights: map = {"a": 1.0, "b": 2.0},
//   deep: map = deep.json, most: count? = null, who: author? = null
// returns: uid: str
// mode: read
RETURN $author + $limit + $since + $share + $all + $uids + $origin + $weights + $deep + $most + $who AS uid;
"""
DEFAULTS: dict[str, object] = {
    "limit": 25,
    "since": None,
    "share": 0.5,
    "all": False,
    "uids": [],
    "origin": "given",
    "weights": {"a": 1.0, "b": 2.0},
    "deep": {"a": 1, "b": {"c": 2, "d": [3]}},
    "most": None,
    "who": None,
}


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "sample.cypher").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "profile" / "deep.json").write_text(json.dumps(DEFAULTS["deep"]), encoding="utf-8")
    return Registry.from_folder(tmp_path)


def refusal(registry: Registry, params: dict[str, object], *, from_text: bool = False) -> str:
    with pytest.raises(ParameterError) as caught:
        registry.arguments("sample", params, from_text=from_text)
    return str(caught.value)


def test_the_shipped_queries_are_all_well_formed_and_cover_every_purpose() -> None:
    registry = Registry.shipped()
    assert {query.purpose for query in registry.values()} == set(PURPOSES)
    assert registry is Registry.shipped()


def test_a_query_is_found_by_name_with_or_without_its_purpose(registry: Registry) -> None:
    assert registry["sample"] is registry["profile/sample"]


@pytest.mark.parametrize("name", ["samples", "topics/sample"])
def test_an_unknown_query_is_refused_with_the_nearest_name(registry: Registry, name: str) -> None:
    with pytest.raises(UnknownQueryError, match="did you mean sample"):
        registry[name]


@pytest.fixture
def serving(tmp_path: Path, registry: Registry) -> Registry:
    """The sample, a query beside it that reads for the program alone, and one that writes."""
    header = "// name: {}\n// about: What the program needs.\n// mode: {}\n"
    (tmp_path / "load").mkdir()
    (tmp_path / "load" / "sample_hashes.cypher").write_text(
        header.format("sample_hashes", "read") + "// internal: yes\nRETURN 1 AS n;\n"
    )
    (tmp_path / "load" / "sample_papers.cypher").write_text(header.format("sample_papers", "write") + "CREATE (:Paper);\n")
    assert len(registry) == 1, "the sample lies in the same folder"
    return Registry.from_folder(tmp_path)


def test_what_only_serves_the_program_is_found_by_it_and_asked_by_nobody(serving: Registry) -> None:
    assert serving.question("sample") is serving["sample"]
    assert [query.name for query in serving.questions()] == ["sample"]
    for name in ("sample_hashes", "sample_papers", "load/sample_hashes"):
        assert serving[name].internal
        with pytest.raises(
            UnknownQueryError, match="only serves scholargraph itself; list those to ask with `scholargraph queries`"
        ):
            serving.question(name)


def test_a_slip_of_the_pen_is_answered_with_queries_that_can_be_asked(serving: Registry) -> None:
    with pytest.raises(UnknownQueryError, match=r"did you mean sample\?"):
        serving["sample_hash"]


def test_what_only_serves_the_program_stands_apart_in_the_reference(serving: Registry) -> None:
    questions, apart = reference(serving).split("## Queries that only serve the program itself")
    assert "### sample\n" in questions
    assert "sample_hashes" not in questions
    assert "### What loading writes, and looks up on the way (`load/`)" in apart
    assert "| `sample_hashes` | What the program needs. |\n| `sample_papers` | What the program needs. |" in apart


def test_users_are_asked_to_know_no_query_that_feeds_another() -> None:
    asked = {query.name for query in Registry.shipped().questions()}
    assert {"split_candidates", "mixed_candidates", "close_collaborators", "data_quality"} <= asked
    assert not asked & {"evidence_pairs", "evidence_papers", "evidence_records", "claim_hashes", "server_version", "indexes"}
    assert {query.purpose for query in Registry.shipped().questions()} == {
        "browser", "citations", "collaboration", "identity", "networks", "places", "profile", "quality", "references",
        "topics",
    }  # fmt: skip


def test_every_limit_is_a_count_and_every_author_an_author() -> None:
    for query in Registry.shipped().questions():
        kinds = {parameter.name: parameter.type.name for parameter in query.params}
        assert kinds.get("limit", "count") == "count", query.name
        # What looks records up by their uid takes no names: it is what finds them.
        assert {kinds.get(name, "author") for name in ("author", "other")} == {"author"} or query.name == "author_by_uid"


def test_rows_made_in_python_are_limited_as_a_stored_query_limits_them() -> None:
    rows: list[dict[str, object]] = [{"n": 1}, {"n": 2}, {"n": 3}]
    assert [len(limited(rows, limit)) for limit in (None, 0, 2, 9)] == [3, 3, 2, 3]
    with pytest.raises(ParameterError, match="limit: -1"):
        limited(rows, -1)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    for purpose in ("profile", "topics"):
        (tmp_path / purpose).mkdir()
        (tmp_path / purpose / "sample.cypher").write_text(SAMPLE, encoding="utf-8")
        (tmp_path / purpose / "deep.json").write_text("{}", encoding="utf-8")
    with pytest.raises(StoredQueryError, match="'sample' already"):
        Registry.from_folder(tmp_path)


def test_defaults_are_filled_in(registry: Registry) -> None:
    assert registry.arguments("sample", {"author": "x"}) == {"author": "x", **DEFAULTS}


def test_an_unknown_parameter_is_refused_with_the_nearest_declared_name(registry: Registry) -> None:
    assert refusal(registry, {"author": "x", "limits": 3}) == "sample has no parameter 'limits'; did you mean 'limit'?"
    assert "it takes author: str, limit: int, since: int?" in refusal(registry, {"author": "x", "zzz": 3})


def test_a_missing_parameter_is_refused_by_name(registry: Registry) -> None:
    assert refusal(registry, {}).startswith("sample needs author; it takes author: str, limit: int")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"limit": "3"}, "sample, parameter limit: '3' is not an integer"),
        ({"limit": True}, "sample, parameter limit: True is not an integer"),
        ({"limit": 2.5}, "sample, parameter limit: 2.5 is not an integer"),
        ({"limit": None}, "sample, parameter limit: None is not an integer"),
        ({"most": -1}, "sample, parameter most: -1 is not an integer (0 or more) or null"),
        ({"most": 1.5}, "sample, parameter most: 1.5 is not an integer (0 or more) or null"),
        ({"who": 3}, "sample, parameter who: 3 is not the uid or name of an author or null"),
        ({"since": "x"}, "sample, parameter since: 'x' is not an integer or null"),
        ({"author": 3}, "sample, parameter author: 3 is not a string"),
        ({"share": "much"}, "sample, parameter share: 'much' is not a number"),
        ({"share": float("nan")}, "sample, parameter share: nan is not a number"),
        ({"share": float("inf")}, "sample, parameter share: inf is not a number"),
        ({"all": 1}, "sample, parameter all: 1 is not true or false"),
        ({"uids": "abc"}, "sample, parameter uids: 'abc' is not a list"),
        ({"origin": "both"}, "sample, parameter origin: 'both' is not one of given, derived"),
        ({"weights": [1]}, "sample, parameter weights: [1] is not a map"),
        ({"weights": {"c": 1}}, "sample, parameter weights: 'c' is not a key of it; the keys are a, b"),
        ({"deep": {"b": {"e": 1}}}, "sample, parameter deep: 'b.e' is not a key of it; the keys are b.c, b.d"),
        ({"deep": {"b": 1}}, "sample, parameter deep: 'b' is not a map; its keys are c, d"),
    ],
)
def test_a_value_of_another_type_is_refused(registry: Registry, given: dict[str, object], message: str) -> None:
    assert refusal(registry, {"author": "x", **given}) == message


def test_numpy_values_tuples_and_sets_are_taken(registry: Registry) -> None:
    given = {"author": np.str_("x"), "limit": np.int64(3), "share": np.float32(0.5), "all": np.bool_(True), "uids": {"b", "a"}}
    values = registry.arguments("sample", given)
    assert (values["author"], values["limit"], values["share"], values["all"], values["uids"]) == ("x", 3, 0.5, True, ["a", "b"])
    assert [type(values[key]) for key in ("author", "limit", "share", "all")] == [str, int, float, bool]


def test_a_map_changes_only_the_keys_that_it_names(registry: Registry) -> None:
    assert registry.arguments("sample", {"author": "x", "weights": {"b": 0}})["weights"] == {"a": 1.0, "b": 0}


def test_in_a_map_inside_a_map_too_only_the_keys_named_change(registry: Registry) -> None:
    given = {"author": "x", "deep": {"b": {"c": 5}}}
    assert registry.arguments("sample", given)["deep"] == {"a": 1, "b": {"c": 5, "d": [3]}}
    assert registry.arguments("sample", {"author": "x"})["deep"] == DEFAULTS["deep"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2015", 2015), ("0.5", 0.5), ("true", True), ("null", None), ('["a", "b"]', ["a", "b"]), ('{"k": 1}', {"k": 1}),
        ('"2015"', "2015"), ("Ada Berg", "Ada Berg"), ("arxiv:2001.00001", "arxiv:2001.00001"), ("007", "007"), ("NaN", "NaN"),
        ("Infinity", "Infinity"), ("", ""), ("[a", "[a"),
    ],
)  # fmt: skip
def test_a_text_of_no_declared_type_is_what_it_is_as_json_else_itself(text: str, value: object) -> None:
    assert parse_any(text) == value
    assert parse_type("any").parse(text) == value


def test_texts_of_a_command_line_are_parsed(registry: Registry) -> None:
    given = {"author": "12", "limit": "3", "since": "null", "share": "1", "all": "yes", "uids": "a, b", "weights": '{"a": 3}',
        "most": "0", "who": "Ada Berg"}  # fmt: skip
    assert registry.arguments("sample", given, from_text=True) == {
        "author": "12",
        "limit": 3,
        "since": None,
        "share": 1.0,
        "all": True,
        "uids": ["a", "b"],
        "origin": "given",
        "weights": {"a": 3, "b": 2.0},
        "deep": DEFAULTS["deep"],
        "most": 0,
        "who": "Ada Berg",
    }
    assert registry.arguments("sample", {"author": "x", "uids": '["a, b"]'}, from_text=True)["uids"] == ["a, b"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"limit": "many"}, "'many' is not an integer"),
        ({"most": "-1"}, "-1 is not an integer (0 or more) or null"),
        ({"all": "perhaps"}, "'perhaps' is not true or false"),
        ({"weights": "{"}, "'{' is not a map"),
        ({"uids": "[1"}, "'[1' is not a list"),
    ],
)
def test_a_text_that_means_no_value_of_the_type_is_refused(registry: Registry, given: dict[str, object], message: str) -> None:
    assert refusal(registry, {"author": "x", **given}, from_text=True).endswith(message)


def test_the_reference_names_the_file_that_a_default_stands_in(registry: Registry) -> None:
    assert "| `deep` | map | [deep.json](profile/deep.json) |" in reference(registry)


def test_the_reference_of_the_stored_queries_is_current() -> None:
    current = (Path(__file__).parents[3] / "cypher" / "README.md").read_text(encoding="utf-8")
    assert current == reference(Registry.shipped()), "run `python -m graph.queries.reference`"


def test_a_question_that_no_stored_query_answers_names_its_command() -> None:
    with pytest.raises(UnknownQueryError, match="scholargraph split-groups"):
        Registry.shipped().question("split_groups")
