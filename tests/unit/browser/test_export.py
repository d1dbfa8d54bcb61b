"""What is exported for Neo4j Browser: favourites, style and guide."""

import re
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.browser import Examples, export, favourites
from graph.browser.literal import literal
from graph.cli.browser import has_display
from graph.cli.main import app
from graph.errors import InputError, ParameterError
from graph.queries.registry import Registry, StoredQuery
from graph.schema.nodes import Author, Document, Institution, Paper, Topic, Venue

EXAMPLES = Examples(
    {
        "author": "name:ana ruiz",
        "other": "name:bo li",
        "name_key": "ana ruiz",
        "text": 'Ana; "$x" => y',
        "document": "a.txt",
        "metric": "papers_without_year",
        "orcid": "1",
        "paper": "doi:10.1/x",
        "topic": "phrase:nets",
        "venue": "venue:icml",
        "institution": "institution:x",
        "country": "JP",
    },
    {"split_graph": {"author": "name:a. ruiz"}},
)
QUERIES = sorted(Registry.shipped().questions(), key=lambda query: query.name)
PARAM = re.compile(r":param (\w+) => (.*);")


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    return {script.path: script.text for script in favourites(Registry.shipped(), EXAMPLES)}


def parse_grass(text: str) -> dict[str, dict[str, str]]:
    """The rules of a style sheet, read as Browser reads it: no comments, `key: value;` with no colon in a value."""
    rules: dict[str, dict[str, str]] = {}
    for match in re.finditer(r'([^{}"]+)\{((?:[^{}"]|"[^"]*")*)\}', text):
        lines = [line.split(":") for line in match[2].split(";") if line.strip()]
        assert all(len(line) == 2 for line in lines), match[0]
        rules[match[1].strip()] = {key.strip(): value.strip() for key, value in lines}
    assert re.sub(r'([^{}"]+)\{((?:[^{}"]|"[^"]*")*)\}', "", text).strip() == ""
    return rules


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_read_query_is_a_favourite_in_the_folder_of_its_purpose(scripts: dict[str, str], query: StoredQuery) -> None:
    place = f"{query.purpose}/{query.name}"
    ask = scripts[f"{place}.2-ask.cypher" if query.params else f"{place}.cypher"]
    title, _, rest = ask.partition("\n")
    assert title == (f"// {query.name} 2: ask" if query.params else f"// {query.name}")
    assert rest == query.text.partition("\n")[2]


@pytest.mark.parametrize("query", [query for query in QUERIES if query.params], ids=lambda query: query.name)
def test_every_parameter_is_set_by_a_param_line(scripts: dict[str, str], query: StoredQuery) -> None:
    script = scripts[f"{query.purpose}/{query.name}.1-set.cypher"]
    assert script.startswith(f"// {query.name} 1: set ")
    lines = [line for line in script.splitlines() if not line.startswith("//")]
    found = {match[1]: match[2] for line in lines if (match := PARAM.fullmatch(line))}
    assert len(found) == len(lines)
    known = EXAMPLES.of(query.name)
    expected = {p.name: literal(known[p.name] if p.required else p.default) for p in query.params}
    assert found == expected


def test_only_queries_that_users_ask_are_exported(scripts: dict[str, str]) -> None:
    exported = {path.partition("/")[2].partition(".")[0] for path in scripts}
    assert exported == {query.name for query in Registry.shipped().values() if query.mode == "read" and not query.internal}
    assert "evidence_papers" not in exported
    assert len(scripts) == sum(2 if query.params else 1 for query in QUERIES)


def test_a_query_whose_parameter_has_no_example_is_refused_by_name() -> None:
    with pytest.raises(ParameterError, match="needs author"):
        favourites(Registry.shipped(), Examples({}))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (3.0, "3.0"),
        ("Zoë", '"Zoë"'),
        ('say "a; b" => $c', r'"say \"a\u003b b\" =\u003e \u0024c"'),
        ([1, "a"], '[1, "a"]'),
        ({"a": 1.5, "b c": [None]}, "({a: 1.5, `b c`: [null]})"),
    ],
)
def test_values_are_written_as_browser_reads_them(value: object, text: str) -> None:
    assert literal(value) == text


def test_the_export_holds_the_same_scripts_as_files_and_as_an_archive(tmp_path: Path, scripts: dict[str, str]) -> None:
    (tmp_path / "mine.txt").write_text("stays", encoding="utf-8")
    written = export(Registry.shipped(), EXAMPLES, tmp_path)
    assert [path.name for path in written] == ["guide.md", "style.grass", "favourites.zip", "favourites"]
    assert all(path.exists() for path in written)
    first = (tmp_path / "favourites.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "favourites.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == scripts
    folder = tmp_path / "favourites"
    assert {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.cypher")} == scripts
    export(Registry.shipped(), EXAMPLES, tmp_path)
    assert (tmp_path / "favourites.zip").read_bytes() == first
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "stays"


def test_an_export_onto_a_file_is_refused_by_its_name(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"taken cannot be written"):
        export(Registry.shipped(), EXAMPLES, taken)


def test_the_style_gives_each_label_its_own_colour_and_a_caption_that_its_nodes_have(tmp_path: Path) -> None:
    export(Registry.shipped(), EXAMPLES, tmp_path)
    rules = parse_grass((tmp_path / "style.grass").read_text(encoding="utf-8"))
    assert {"node", "relationship"} <= rules.keys()
    colours = {"node": rules["node"]["color"]}
    for model in (Author, Paper, Topic, Venue, Institution, Document):
        rule = rules[f"node.{model.__name__}"]
        colours[model.__name__] = rule["color"]
        shown = re.findall(r"\{(\w+)\}", rule["caption"])
        # Every node of the schema's picture has a `name`, of a graph's those of some labels alone.
        assert shown[-1] == "name"
        known = set(model.defined_properties(rels=False, aliases=False))
        assert set(shown) - {"name"} <= known, model.__name__
        assert {"name", *shown[:-1]} & known, model.__name__
        assert all(re.fullmatch(r"#[0-9A-F]{6}", rule[key]) for key in ("color", "border-color", "text-color-internal"))
    assert len(set(colours.values())) == len(colours)


def test_the_guide_names_every_picture(tmp_path: Path) -> None:
    export(Registry.shipped(), EXAMPLES, tmp_path)
    guide = (tmp_path / "guide.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", guide, flags=re.MULTILINE))
    assert named == {query.name for query in QUERIES if query.purpose == "browser"}


def test_no_window_is_opened_where_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()


def test_the_address_of_a_named_servers_browser_is_said_as_far_as_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://db.example.org:7687")
    monkeypatch.setenv("NEO4J_PASSWORD", "not to be seen")
    result = CliRunner().invoke(app, ["browser"])
    assert result.exit_code == 0
    assert "http://db.example.org:7474/browser/" in result.stdout
    assert "user neo4j" in result.stdout
    assert "not to be seen" not in result.output


def test_an_author_without_an_export_is_refused() -> None:
    result = CliRunner().invoke(app, ["browser", "--author", "Ana Ruiz"])
    assert isinstance(result.exception, ParameterError)
    assert "--export FOLDER" in str(result.exception)
