"""JATS: who wrote an article and where, in the many ways that publishers mark it up."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

SET = DATA / "jats" / "set.xml"


def test_authors_keep_orcids_and_the_affiliations_that_they_refer_to() -> None:
    work = loaded(SET, "jats").titled("Counts of ants: A survey")
    assert names(work) == [(1, "Ada B. Berg Jr"), (2, "Cy Lee"), (3, "Ant Group")]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    institute = Affiliation("Ant Institute, Graz, Austria", ror="02nr0ka47", country="Austria")
    bees = Affiliation("Bee Institute, Oslo, Norway")
    assert [author.affiliations for author in work.authors] == [(institute, bees), (bees,), ()]


def test_of_names_in_two_scripts_the_latin_one_is_read_and_the_ids_of_both() -> None:
    work = loaded(
        """<article><front><article-meta><title-group><article-title>Ants</article-title></title-group><contrib-group>
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0009-0001-2345-6786</contrib-id>
        <name-alternatives><name name-style="eastern"><surname>山田</surname><given-names>太郎</given-names></name>
        <name name-style="western"><surname>Yamada</surname><given-names>Taro</given-names></name></name-alternatives>
        <xref ref-type="aff" rid="a1"/></contrib>
        <aff-alternatives id="a1"><aff xml:lang="ja"><institution-wrap><institution>蟻研究所</institution>
        <institution-id institution-id-type="ROR">https://ror.org/02nr0ka47</institution-id></institution-wrap></aff>
        <aff xml:lang="en"><institution>Ant Institute</institution></aff></aff-alternatives></contrib-group>
        </article-meta></front></article>""",
        "jats",
    ).records[0]
    [author] = work.authors
    assert (author.name, author.family, author.affiliations) == (
        "Taro Yamada",
        "Yamada",
        (Affiliation("Ant Institute", "02nr0ka47"),),
    )
    assert author.ids == (Identifier("orcid", "0009-0001-2345-6786"),)


def test_members_of_a_group_and_editors_are_no_authors() -> None:
    work = loaded(SET, "jats").titled("Counts of ants: A survey")
    assert work.authors[2].kind == "organisation"
    assert not {author.name for author in work.authors} & {"Mo Member", "Ed Itor"}


def test_an_article_keeps_ids_abstract_dates_and_subjects() -> None:
    work = loaded(SET, "jats").titled("Counts of ants: A survey")
    assert ids(work) == {"pmid": ["900001"], "pmcid": ["PMC700001"], "doi": ["10.5555/ants.1"]}
    assert work.abstract == "Background: Ants are many.\nResults: They were counted."
    assert (places(work), work.date, work.pages) == ([("Ant Letters", "journal", 2019)], "2019-04-30", "11-19")
    subjects = [(one.curie, one.broader and one.broader.code) for one in work.subjects]
    assert subjects == [("keyword:ant", None), ("keyword:count", None), ("jats:biology", None), ("jats:entomology", "biology")]


def test_references_are_cited_by_what_identifies_them() -> None:
    work = loaded(SET, "jats").titled("Counts of ants: A survey")
    assert work.cites == (Identifier("doi", "10.5555/legs"), Identifier("doi", "10.5555/arms"))


def test_retractions_are_told_at_both_ends() -> None:
    read = loaded(SET, "jats")
    assert read.titled("Counts of ants: A survey").retracted
    notice = read.titled("Retraction: Counts of ants")
    assert (notice.retracted, notice.corrects, notice.date) == (False, (Identifier("doi", "10.5555/ants.1"),), "2020-02-03")


def test_broken_articles_are_rejected_alone() -> None:
    assert [where for where, _ in loaded(SET, "jats").rejected] == ["line 28", "line 29"]


def test_one_affiliation_without_marks_is_everybodys() -> None:
    text = (
        "<article><front><article-meta><title-group><article-title>T</article-title></title-group><contrib-group>"
        "<contrib contrib-type='author'><name><surname>Berg</surname><given-names>Ada</given-names></name></contrib>"
        "<contrib contrib-type='author'><name><surname>Lee</surname><given-names>Cy</given-names></name></contrib>"
        "<aff>Ant Institute</aff></contrib-group></article-meta></front></article>"
    )
    [work] = loaded(text, "jats").records
    assert [author.affiliations for author in work.authors] == [(Affiliation("Ant Institute"),)] * 2
