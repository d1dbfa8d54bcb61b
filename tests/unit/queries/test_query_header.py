"""The header of a stored query: what it may say, and that every mistake names its file and line."""

from pathlib import Path

import pytest

from graph.errors import StoredQueryError
from graph.queries.header import StoredQuery, read_query

GOOD = """\
// name: sample
// about: What it answers,
//   in two lines.
// params: author: str, limit: int = 25, since: int? = null, origin: str(given|derived) = "given",
//   weights: map = {"a": 1.5, "b": [1, 2]}
// returns: uid: str, score: float?
// mode: read
MATCH (a:Author {uid: $author}) // costs $5, they say
WHERE a.note <> 'not $this' AND a.`odd $name` IS NULL /* nor $that */
RETURN a.uid AS uid, $weights.a + $since AS score, $origin
LIMIT $limit;
"""


def parsed(tmp_path: Path, text: str, name: str = "sample") -> StoredQuery:
    path = tmp_path / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return read_query(path, "profile")


def refused(tmp_path: Path, old: str, new: str) -> str:
    assert old in GOOD
    with pytest.raises(StoredQueryError) as caught:
        parsed(tmp_path, GOOD.replace(old, new))
    return str(caught.value).replace(str(tmp_path), "")


def test_a_header_declares_name_purpose_mode_and_about_over_several_lines(tmp_path: Path) -> None:
    query = parsed(tmp_path, GOOD)
    assert (query.name, query.about, query.mode, query.purpose) == ("sample", "What it answers, in two lines.", "read", "profile")


def test_a_query_is_internal_if_it_says_so_or_writes(tmp_path: Path) -> None:
    assert not parsed(tmp_path, GOOD).internal
    assert parsed(tmp_path, GOOD.replace("// mode: read\n", "// mode: read\n// internal: yes\n")).internal
    assert parsed(tmp_path, GOOD.replace("// mode: read\n", "// mode: write\n")).internal


def test_a_mark_that_is_neither_there_nor_away_is_refused(tmp_path: Path) -> None:
    message = refused(tmp_path, "// mode: read\n", "// mode: read\n// internal: no\n")
    assert message == "/sample.cypher:8: `internal: no` says nothing; write `internal: yes`, or leave the line out"


def test_parameters_have_types_and_json_defaults(tmp_path: Path) -> None:
    assert [(one.name, str(one.type), one.required, one.default) for one in parsed(tmp_path, GOOD).params] == [
        ("author", "str", True, None),
        ("limit", "int", False, 25),
        ("since", "int?", False, None),
        ("origin", "str(given|derived)", False, "given"),
        ("weights", "map", False, {"a": 1.5, "b": [1, 2]}),
    ]


def test_columns_have_types(tmp_path: Path) -> None:
    assert [(column.name, str(column.type)) for column in parsed(tmp_path, GOOD).returns] == [("uid", "str"), ("score", "float?")]


def test_params_and_returns_may_be_left_out(tmp_path: Path) -> None:
    query = parsed(tmp_path, "// name: sample\n// about: All.\n// mode: write\nMATCH (n) DETACH DELETE n;\n")
    assert (query.params, query.returns, query.commits_itself) == ((), (), False)


@pytest.mark.parametrize(
    ("mode", "statement"),
    [
        ("schema", "CREATE INDEX x IF NOT EXISTS FOR (a:Author) ON (a.name);"),
        ("write", "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10 ROWS;"),
        ("write", "MATCH (n) CALL (n) { DELETE n } IN 3 CONCURRENT TRANSACTIONS;"),
    ],
)
def test_schema_commands_and_batched_writes_commit_by_themselves(tmp_path: Path, mode: str, statement: str) -> None:
    assert parsed(tmp_path, f"// name: sample\n// about: All.\n// mode: {mode}\n{statement}\n").commits_itself


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// name: sample", "// name: other", "/sample.cypher:1: the name 'other' differs from the file's, 'sample'"),
        ("// mode: read\n", "", "/sample.cypher:1: the header lacks `// mode:`"),
        ("mode: read", "mode: reading", "/sample.cypher:7: 'reading' is not a mode; use read, write or schema"),
        ("// mode: read", "// mood: read", "/sample.cypher:7: 'mood' is not a key of a header"),
        ("// mode: read", "// name: sample", "/sample.cypher:7: `name` stands here for the second time"),
        ("author: str,", "author: text,", "/sample.cypher:4: author: 'text' is not a type"),
        ("author: str,", "Author: str,", "/sample.cypher:4: 'Author: str' is not a declaration"),
        ("author: str,", "author: str,,", "/sample.cypher:4: `params` has a comma too many"),
        ("author: str,", "author: str, author: int,", "/sample.cypher:4: 'author' is declared twice"),
        ("= 25", "= many", "/sample.cypher:4: the default of 'limit', many, is not a JSON value"),
        ("= 25", '= "25"', "/sample.cypher:4: the default of 'limit': '25' is not an integer"),
        ('= "given"', '= "all"', "/sample.cypher:4: the default of 'origin': 'all' is not one of given, derived"),
        ("LIMIT $limit", "LIMIT $number", "/sample.cypher:11: $number is used but not declared"),
        ("LIMIT $limit", "LIMIT 25", "/sample.cypher:1: the parameter 'limit' is declared but $limit is not used"),
        ("LIMIT $limit;", "LIMIT $limit", "/sample.cypher:11: the statement does not end in `;`"),
        ("LIMIT $limit;", "LIMIT $limit; RETURN 1;", "/sample.cypher:1: the file holds more than one statement"),
    ],
)
def test_a_mistake_names_the_file_and_the_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert refused(tmp_path, old, new).startswith(message)


def test_the_default_of_a_map_may_stand_in_a_file_beside_the_query(tmp_path: Path) -> None:
    (tmp_path / "weights.json").write_text('{"a": 1.5, "tables": {"b": [[1, 2]]}}', encoding="utf-8")
    query = parsed(tmp_path, GOOD.replace('{"a": 1.5, "b": [1, 2]}', "weights.json"))
    weights = query.params[-1]
    assert (weights.required, weights.default, weights.default_file) == (
        False,
        {"a": 1.5, "tables": {"b": [[1, 2]]}},
        "weights.json",
    )
    assert {parameter.default_file for parameter in query.params[:-1]} == {None}


@pytest.mark.parametrize(
    ("content", "declared", "message"),
    [
        (None, "weights.json", "the default of 'weights', weights.json, cannot be read: No such file or directory"),
        (b"{", "weights.json", "the default of 'weights', weights.json, is not JSON: "),
        (b"\xff", "weights.json", "the default of 'weights', weights.json, is not JSON: "),
        (b"[1, 2]", "weights.json", "the default of 'weights', weights.json, is not a JSON object"),
        (b"{}", "../weights.json", "the default of 'weights', ../weights.json, is not a JSON value"),
    ],
)
def test_a_file_that_holds_no_map_is_refused_by_the_line_that_names_it(
    tmp_path: Path, content: bytes | None, declared: str, message: str
) -> None:
    if content is not None:
        (tmp_path / "weights.json").write_bytes(content)
    assert refused(tmp_path, '{"a": 1.5, "b": [1, 2]}', declared).startswith(f"/sample.cypher:4: {message}")


def test_only_the_default_of_a_map_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "limit.json").write_text("25", encoding="utf-8")
    assert refused(tmp_path, "= 25", "= limit.json").endswith(
        "the default of 'limit' is the file limit.json, and only a map may stand in a file"
    )


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoredQueryError, match="lacks `// name:`"):
        parsed(tmp_path, "MATCH (n) RETURN n;\n")
    with pytest.raises(StoredQueryError, match="does not start with a header line"):
        parsed(tmp_path, "// Some query\nMATCH (n) RETURN n;\n")
