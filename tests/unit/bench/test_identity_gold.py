"""What an evaluation of identity reads: the Anthology's XML without its ids, and lists of who wrote what."""

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from tests.bench.identity.anthology import corpus_of, papers_of
from tests.bench.identity.gold import Known, add_gold, folds_of, ids_of, orcids_of, people_of, without_slips

XML = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2099.demo">
  <volume id="1">
    <meta><booktitle>Proceedings of a Demonstration</booktitle><year>2099</year><venue>acl</venue></meta>
    <paper id="1">
      <title>Parsing of parse trees</title>
      <author id="ada-lee-kyoto" orcid="0000-0002-1825-0097">
        <first>Ada</first><last>Lee</last><affiliation>Kyoto University</affiliation>
      </author>
      <author><first>Bo</first><last>Berg</last></author>
    </paper>
    <paper id="2">
      <title>More parse trees</title>
      <author orcid="0000-0002-1825-0097"><first>A.</first><last>Lee</last></author>
    </paper>
  </volume>
</collection>
"""
CURATED = """- canonical: {first: Ada, last: Lee}
  id: ada-lee-kyoto
  variants:
  - {first: A., last: Lee}
  - {first: Adah, last: Lee}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "2099.demo.xml").write_text(XML, encoding="utf-8")
    return corpus_of(papers_of(tmp_path))


def test_the_system_sees_printed_names_only(corpus: Corpus) -> None:
    assert [row.uid for row in corpus.records] == ["name:a. lee", "name:ada lee", "name:bo berg"]
    assert all(row.orcid is None and row.person == row.uid for row in corpus.records)
    assert corpus.printed == [(1, "Ada Lee"), (2, "Bo Berg"), (1, "A. Lee")]
    assert corpus.words_of == {0: ("kyoto",)}


def test_orcids_are_kept_apart_as_gold(tmp_path: Path, corpus: Corpus) -> None:
    gold = orcids_of(papers_of(tmp_path))
    assert gold == {0: "0000-0002-1825-0097", 2: "0000-0002-1825-0097"}
    slips = tmp_path / "slips.tsv"
    slips.write_text("orcid\tname\taction\treason\n0000-0002-1825-0097\ta-lee\tdrop\ta slip\n", encoding="utf-8")
    assert without_slips(gold, slips, corpus) == {0: "0000-0002-1825-0097"}


def test_the_anthologys_ids_are_gold_but_not_those_that_stand_for_anybody(tmp_path: Path, corpus: Corpus) -> None:
    papers, known = papers_of(tmp_path), Known()
    assert ids_of(papers, known.catch_alls) == {0: "ada-lee-kyoto"}
    several = tmp_path / "several.yaml"
    several.write_text(CURATED.replace("  variants", "  comment: May refer to several people\n  variants"), encoding="utf-8")
    add_gold(known, several, corpus)
    assert known.catch_alls == {"ada-lee-kyoto"}
    assert ids_of(papers, known.catch_alls) == {}


def test_two_ids_on_one_slot_are_one_persons() -> None:
    found = people_of({0: "orcid", 2: "orcid", 3: "another"}, {0: "id", 1: "id", 4: "alone"})
    assert found == {0: "id", 1: "id", 2: "id", 3: "another", 4: "alone"}


@pytest.mark.parametrize(
    "table",
    [
        "paper\tposition\tperson\n2099.demo-1.1\t2\tberg\n2099.demo-1.2\t1\tlee\n2099.demo-1.9\t1\tlost\n",
        "person,paper,position\nberg,2099.demo-1.1,1\nlee,2099.demo-1.2,0\n",
    ],
)
def test_authorships_are_counted_from_one_or_from_zero(tmp_path: Path, corpus: Corpus, table: str) -> None:
    (tmp_path / "gold.tsv").write_text(table, encoding="utf-8")
    known = Known()
    add_gold(known, tmp_path / "gold.tsv", corpus)
    assert known.authorships == {"gold": {1: "berg", 2: "lee"}}


def test_curated_names_count_where_they_are_printed(tmp_path: Path, corpus: Corpus) -> None:
    (tmp_path / "names.yaml").write_text(CURATED, encoding="utf-8")
    known = Known()
    add_gold(known, tmp_path / "names.yaml", corpus)
    assert known.curated() == {("name:a. lee", "name:ada lee")}
    folds = folds_of(corpus, known, 1000)
    assert folds["name:a. lee"] == folds["name:ada lee"] != folds["name:bo berg"]


def test_a_file_that_says_nothing_of_people_is_refused(tmp_path: Path, corpus: Corpus) -> None:
    (tmp_path / "other.csv").write_text("title,year\nParsing,2099\n", encoding="utf-8")
    with pytest.raises(InputError, match="columns paper, person, position"):
        add_gold(Known(), tmp_path / "other.csv", corpus)
