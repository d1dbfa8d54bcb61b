"""What is installed: `import scholargraph`, from a wheel and in a checkout, and what stands in its way."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "LoadReport",
    "ScholarGraph",
    "ScholarGraphError",
    "Source",
    "__version__",
    "connect",
    "coverage_in_words",
    "errors",
    "evidence_in_words",
    "formats",
    "inspect",
    "open",
    "schema",
]
USE = """
import json, sys
import scholargraph
light = sorted({"neo4j", "pandas", "numpy", "neomodel", "lxml", "graph.facade", "importlib.metadata"} & set(sys.modules))
names = dir(scholargraph)
import graph, graph.facade, graph.errors, graph.load.report, graph.schema, loaders
from scholargraph import LoadReport, ScholarGraph, ScholarGraphError, Source
from scholargraph.errors import UnknownAuthorError
from scholargraph.schema import Author
assert (ScholarGraph, LoadReport) == (graph.facade.ScholarGraph, graph.load.report.LoadReport)
assert (ScholarGraphError, UnknownAuthorError) == (graph.errors.ScholarGraphError, graph.errors.UnknownAuthorError)
assert (Author, Source) == (graph.schema.Author, loaders.Source)
assert (scholargraph.open, scholargraph.connect) == (ScholarGraph.open, ScholarGraph.connect)
assert scholargraph.schema.Author is Author
homes = [module.__file__ for module in (scholargraph, graph, loaders)]
print(json.dumps({"light": light, "names": names, "homes": homes, "version": scholargraph.__version__}))
"""


def built(kind: str, folder: Path, tree: Path = ROOT) -> Path:
    """The file that pip builds from a source tree, `kind` being wheel, sdist or editable."""
    command = [sys.executable, "-c", f"from hatchling.build import build_{kind}; print(build_{kind}({str(folder)!r}))"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True)
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is installed in."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True)
    return folder


def run(script: Path, program: str, *path: Path) -> subprocess.CompletedProcess[str]:
    """Write a script and run it as its user would, from another folder, with these folders on Python's path."""
    script.write_text(program, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    environment.pop("PYTHONSAFEPATH", None)
    return subprocess.run([sys.executable, str(script)], cwd="/", env=environment, capture_output=True, text=True)


def test_the_wheel_holds_three_packages_and_the_stored_queries(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name.partition("/")[0] for name in names} == {"graph", "loaders", "scholargraph", "scholargraph-0.1.0.dist-info"}
    assert {f"{package}/py.typed" for package in ("graph", "loaders", "scholargraph")} <= names
    queries = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cypher").rglob("*.cypher")}
    assert {f"graph/{query}" for query in queries} == {name for name in names if name.endswith(".cypher")}
    assert not {name for name in names if name.startswith("graph/public/")}, "what users import has one place"
    carried = ("README.md", "cso.tsv.gz", "openalex.tsv.gz", "homonyms.txt")
    assert {f"graph/topics/vocabularies/{name}" for name in carried} <= names, "vocabularies, with their licences"


def test_the_installed_package_has_its_own_name(installed: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "analysis.py", USE, installed)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["names"] == NAMES
    assert found["light"] == [], "importing the name imports nothing that takes time"
    assert found["homes"] == [str(installed / name / "__init__.py") for name in ("scholargraph", "graph", "loaders")]
    assert found["version"] == tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(built("sdist", folder)) as archive:
        # Python has the filter from 3.11.4 on.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(folder)  # noqa: S202 (made by this test)
    [tree] = [path for path in folder.iterdir() if path.is_dir()]
    return tree


def test_the_source_distribution_makes_the_same_wheel(unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as ours, ZipFile(built("wheel", tmp_path, unpacked)) as theirs:
        assert {one.filename: one.CRC for one in theirs.infolist()} == {one.filename: one.CRC for one in ours.infolist()}


def test_the_source_distribution_holds_what_its_readers_are_told_of(unpacked: Path) -> None:
    names = {"SECURITY.md", "THIRD_PARTY.md", "LICENSE", "CONTRIBUTING.md", "requirements.lock", "Makefile", "docker", "tests"}
    assert names <= {path.name for path in unpacked.iterdir()}
    assert not [path for path in unpacked.rglob("*") if path.name in ("__pycache__", ".venv", ".git") or path.suffix == ".pyc"]


def test_the_command_runs_in_an_environment_of_its_own_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Other packages are those of this environment: what they are is the lock's affair."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    [packages] = (tmp_path / "venv").glob("lib/python3*/site-packages")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    # Otherwise pip takes the package out of the environment that the tests run in.
    subprocess.run([*pip, "--ignore-installed", "--prefix", str(tmp_path / "venv"), str(wheel)], check=True)
    assert version("scholargraph"), "this environment has lost the package"
    (packages / "beside.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NEO4J_"))}
    program = [str(tmp_path / "venv" / "bin" / "python"), str(tmp_path / "venv" / "bin" / "scholargraph")]
    ask = [*program, "inspect", str(packages / "graph" / "demo"), "--format", "json"]
    done = subprocess.run(ask, cwd="/", env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert str(ROOT) not in done.stdout
    assert {one["format"] for one in json.loads(done.stdout)["documents"]} >= {"researcher_profile", "paper_list"}


def test_so_has_the_checkout(tmp_path: Path) -> None:
    with ZipFile(built("editable", tmp_path)) as archive:
        names = archive.namelist()
        [paths] = [archive.read(name).decode() for name in names if name.endswith(".pth")]
    done = run(tmp_path / "analysis.py", USE, *map(Path, paths.splitlines()))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["homes"] == [
        str(ROOT / place / "__init__.py") for place in ("graph/public/scholargraph", "graph", "loaders")
    ]
    assert not [name for name in names if name.endswith((".py", ".cypher"))], "nothing is copied that would grow old"


@pytest.mark.parametrize(
    ("file", "named", "package"),
    [("graph.py", "graph.py", "graph"), ("loaders.py", "loaders.py", "loaders"), ("graph/__init__.py", "graph", "graph")],
)
def test_a_file_that_hides_the_package_is_named(installed: Path, tmp_path: Path, file: str, named: str, package: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("print('this was run')\n")
    done = run(tmp_path / "analysis.py", "import scholargraph\n", installed)
    assert done.stderr.splitlines()[-1] == (
        f"ImportError: {tmp_path / named} hides scholargraph's own package '{package}', because Python looks there first: "
        "rename it, or keep it in another folder than the script that imports scholargraph"
    )
    assert done.stdout == ""


def test_so_is_a_script_that_hides_it_itself(installed: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "graph.py", "import scholargraph\n", installed)
    assert f"ImportError: {tmp_path / 'graph.py'} hides scholargraph's own package 'graph'" in done.stderr


def test_one_that_was_imported_before_is_named_too(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "loaders.py").write_text("")
    done = run(tmp_path / "analysis.py", "import sys, loaders\nsys.path.remove(sys.path[0])\nimport scholargraph\n", installed)
    assert f"ImportError: {tmp_path / 'loaders.py'} hides" in done.stderr


def test_a_folder_without_python_hides_nothing(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "notes.txt").write_text("a local graph's folder may well be called so")
    done = run(tmp_path / "analysis.py", USE, installed)
    assert done.returncode == 0, done.stderr


def test_half_an_installation_is_told(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "scholargraph").symlink_to(installed / "scholargraph", target_is_directory=True)
    program = "import sys\nsys.path[1:] = [folder for folder in sys.path if 'lib/python' in folder and 'site-' not in folder]\n"
    done = run(tmp_path / "analysis.py", program + "import scholargraph\n")
    assert "ImportError: scholargraph is not completely installed, its package 'graph' is missing: pip install" in done.stderr
