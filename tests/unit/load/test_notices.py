"""Marks of retraction in titles, and titles of notices."""

import pytest

from graph.load.notices import Notice, kind_of_notice, read_title

TITLE = "How Ants Share What They Carry"


@pytest.mark.parametrize(
    "printed",
    [
        "RETRACTED: {}",
        "RETRACTED:{}",
        "Retracted: {}",
        "RETRACTED ARTICLE: {}",
        "Retracted Article: {}",
        "RETRACTED CHAPTER: {}",
        "RETRACTED – {}",
        "[RETRACTED] {}",
        "[Retracted article] {}",
        "(Retracted) {}",
        "WITHDRAWN: {}",
        "TEMPORARY REMOVAL: {}",
        "REMOVED: {}",
        "{} (Retracted article. See vol. 3, pg 45, 2010)",
        "{} (Retracted Article)",
        "{} [Retracted]",
        "{} - RETRACTED",
        "{} (Withdrawn article. See vol. 3, pg 45, 2010)",
        "*RETRACTED* {}",
        "**Retracted:** {}",
        "RETRACTED {}",
        "RETRACTED ARTICLE {}",
        "{} RETRACTED",
        "This article has been retracted: {}",
        "Withdrawn as duplicate: {}",
        "Notice of Violation of IEEE Publication Principles: {}",
        "Notice of Violation of IEEE Publication Principles{}",
        "RETRACTED ： {}",
        "[RETRACTED ARTICLE: {}]",
        "“RETRACTED: {}”",
        "Retracted: “{}”",
        "{} (Article Retracted)",
        "{} (This paper was retracted)",
        "Retracted and Replaced: {}",
        "Artículo retractado: {}",
        "ARTIGO RETRATADO: {}",
        "Articolo ritirato: {}",
        "ОТОЗВАНА: {}",
        "Статья отозвана: {}",
        "撤稿：{}",
        "[撤稿] {}",
        "【撤回】{}",
        "取り下げ：{}",
        "〔取下げ〕{}",
        "[철회] {}",
    ],
)
def test_a_mark_is_no_part_of_the_title(printed: str) -> None:
    said = read_title(printed.format(TITLE))
    assert (said.title, said.retracted, said.notice) == (TITLE, True, None)


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Retracted",
        "Withdrawn from the Nest",
        "Removed: A History of Ants",
        "Ants Withdrawn from Bridges (Withdrawn from the Market)",
        "Error Correction: Ants",
        "Corrections to scaling in the walk of ants",
        "Correction of Errors by Ants",
        "Correction-based Parsing",
        "Removal of Ants from Bridges",
        "Withdrawal of Crumbs",
        "Retraction of the Feelers",
        "RETRACTED HISTORIES OF ANTS",
        "Ants and Bees: Correction",
        "A Note on Publisher's Notes",
        "A History of Ants (Vol. 2, 1900)",
        "Retraction of Feelers in Ants: A Correction",
        "Erratum",
        "Correction",
        "Corrections: The History of an Ant Prison",
        "Corrections: past, present, and future",
        "Withdrawal: a theory of ants that leave",
        "Withdrawn: social isolation in young ants",
        "“Ants” and “Bees”",
        "[Ants] on Bridges [Corrected]",
        "撤回权的研究",
    ],
)
def test_words_that_are_meant_are_left(title: str) -> None:
    said = read_title(title)
    assert (said.title, said.retracted, said.notice) == (title, False, None)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Erratum: {}", "erratum"),
        ("Erratum to: {}", "erratum"),
        ("Erratum to “{}” [J. Ants 3 (2001) 1–9]", "erratum"),
        ("Erratum zu: {}", "erratum"),
        ("Errata corrige: {}", "erratum"),
        ("Correction to: {}", "correction"),
        ("Correction: {}", "correction"),
        ("Correction to {}", "correction"),
        ("Author Correction: {}", "correction"),
        ("Publisher’s Correction: {}", "correction"),
        ("Correction for Berg et al., {}", "correction"),
        ("{} (vol 3, pg 45, 2010)", "correction"),
        ("Corrigendum to '{}' [Ants, 12, (2010), 1-9]", "corrigendum"),
        ("[Corrigendum] {}", "corrigendum"),
        ("Addendum to {}", "addendum"),
        ("Retraction notice to “{}” [J. Ants 3 (2001) 1–9]", "retraction"),
        ("Retraction Note to: {}", "retraction"),
        ("Retraction Note: {}", "retraction"),
        ("Retraction: {}", "retraction"),
        ("Retraction--{}", "retraction"),
        ("Retraction—{}", "retraction"),
        ("Statement of Retraction: {}", "retraction"),
        ("Withdrawal notice to “{}” [J. Ants 3 (2001) 1–9]", "retraction"),
        ("Retraction-{} (Retraction of vol 3, pg 45, 1998)", "retraction"),
        ("{} (Retraction of vol 3, pg 45, 1998)", "retraction"),
        ("{} [Retraction]", "retraction"),
        ("{} – RETRACTION", "retraction"),
        ("Retraction and replacement of: {}", "retraction"),
        ("Notice of Retraction and Replacement: {}", "retraction"),
        ("Partial Retraction: {}", "correction"),
        ("{} – CORRIGENDUM", "corrigendum"),
        ("{} – Corrigendum", "corrigendum"),
        ("{} - ERRATUM", "erratum"),
        ("{}: Erratum", "erratum"),
        ("{} – CORRECTION", "correction"),
        ("{} (vol 3, e57410, 2010)", "correction"),
        ("{} (vol 3, 12345, 2010)", "correction"),
        ("Publisher’s Note: “{}” [J. Ants 3, 4 (2001)]", "correction"),
        ("Correction to Berg et al.: {}", "correction"),
        ("Korrektur zu: {}", "correction"),
        ("Expression of concern: {}", "expression of concern"),
        ("Editorial Expression of Concern: {}", "expression of concern"),
        ("Retratação: {}", "retraction"),
        ("Отзыв статьи: {}", "retraction"),
        ("撤稿声明：{}", "retraction"),
        ("論文撤回のお知らせ：{}", "retraction"),
        ('Retraction of "{}"', "retraction"),
        ("Retraction of the paper “{}”", "retraction"),
        ("Retraction of Publication: {}", "retraction"),
        ("Editorial Retraction: {}", "retraction"),
        ("Editors' Retraction: {}", "retraction"),
        ("[Corrigendum to: {}]", "corrigendum"),
        ("Withdrawal: {}", "retraction"),
        ("{} (Retraction in partial of vol 3, pg 1, 2001)", "correction"),
        ("Erratum to our paper {}", "erratum"),
        ("Corrigendum to our recent article “{}”", "corrigendum"),
        ("An Erratum to: {}", "erratum"),
        ("Amendments: Author Correction: {}", "correction"),
    ],
)
def test_a_notice_keeps_its_title_and_says_what_it_is_about(printed: str, kind: str) -> None:
    said = read_title(printed.format(TITLE))
    assert (said.title, said.retracted) == (printed.format(TITLE), False)
    assert said.notice == Notice(kind, TITLE)


def test_a_title_that_begins_with_an_article_is_kept_whole() -> None:
    assert read_title("Retraction: A Model of Ants").notice == Notice("retraction", "A Model of Ants")


def test_a_notice_of_a_title_that_begins_with_a_symbol_is_one() -> None:
    assert read_title("Withdrawal: p53 in Ants").notice == Notice("retraction", "p53 in Ants")
    assert read_title("Withdrawn: c-Myc in Ants").retracted
    assert read_title("WITHDRAWN: social isolation in young ants").retracted


def test_a_doi_in_the_title_of_a_notice_is_found() -> None:
    said = read_title("Correction to: How Ants Walk (Journal of Ants, (2019), 12, 1, (1-10), 10.1007/S123-x)")
    assert said.notice == Notice("correction", "How Ants Walk", ("10.1007/s123-x",))


def test_whose_doi_it_is_tells_a_mark_from_a_notice() -> None:
    assert read_title("Notice of Retraction: How Ants Walk", ("10.1109/ants.2010.1",)).retracted
    assert read_title("Notice of Retraction: How Ants Walk", ("10.9999/ants.1",)).notice
    assert read_title("Retracted: How Ants Walk", ("10.1155/2023/1",)).notice == Notice("retraction", "How Ants Walk")
    assert read_title("Retracted: How Ants Walk", ("10.9999/ants.1",)).retracted


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Published Erratum", "erratum"),
        ("Retraction of Publication", "retraction"),
        ("Retraction Notice", "retraction"),
        ("Retracted Publication", None),
        ("Correction", "correction"),
        ("journal-article", None),
        (None, None),
    ],
)
def test_sources_name_notices_by_kind(said: str | None, kind: str | None) -> None:
    assert kind_of_notice(said) == kind
