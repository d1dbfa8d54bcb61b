"""Text that carries markup or TeX, identifiers and lists of names as exports print them."""

import json

import pytest

from loaders.author_lists.trailing_initials import with_commas
from loaders.fields.identifiers import arxiv, issns
from loaders.fields.tex import plain_tex
from loaders.fields.unparsed_names import is_organisation
from loaders.parsing.markup import plain_markup
from tests.unit.loaders.export_items import export


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ('<jats:p id="p1" xml:lang="en">One <jats:italic>two</jats:italic></jats:p>', "One two"),
        ('<mml:math display="inline"><mml:msub><mml:mi>k</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> of', "k2 of"),
        ('<m:math xmlns:m="x"><m:mi mathvariant="bold">x</m:mi><m:annotation encoding="t">\\x</m:annotation></m:math>', "x"),
        ("<alternatives><tex-math>$k$</tex-math><mml:math><mml:mi>k</mml:mi></mml:math></alternatives>", "k"),
        ("p<0.05 and q>1, x:<y, <a href='x'>e</a>", "p<0.05 and q>1, x:<y, e"),
    ],
)
def test_tags_go_whatever_their_prefix_and_attributes(marked: str, plain: str) -> None:
    assert plain_markup(marked) == plain


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"CO$_2$ and $x^2_{ij}$", "CO2 and x2ij"),
        (r"the \emph{snake_case} of $a\_b$", "the snake_case of a_b"),
        (r"$\ell_\infty$-norm \& $A^\top$", "ℓ∞-norm & A⊤"),
    ],
)
def test_signs_that_lower_and_raise_go_in_mathematics_only(tex: str, plain: str) -> None:
    assert plain_tex(tex) == plain


def test_numbers_of_journals_have_a_check_digit() -> None:
    assert issns("0031-899X; 0028-0836 (Print), 00280836, 1234-5678, 978-3-16-148410-0") == ("0031-899X", "0028-0836")


def test_an_arxiv_id_may_have_its_class_behind_it() -> None:
    found = [arxiv(text) for text in ("2001.00001 [cs]", "2001.00001v2 [cs.LG]", "2001.00001 and more")]
    assert [known and known.value for known in found] == ["2001.00001", "2001.00001", None]


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["Ruiz AB", "van der Berg C Jr"], ["Ruiz, AB", "van der Berg, C, Jr"]),
        (["Ruiz AB", "Lind D.", "Ants Collaboration"], ["Ruiz, AB", "Lind, D.", "Ants Collaboration"]),
        (["Bo LI", "Wei WU"], ["Bo LI", "Wei WU"]),
        (["Ana Ruiz", "Lind B"], ["Ana Ruiz", "Lind B"]),
        (["Rajesh K"], ["Rajesh K"]),
    ],
)
def test_lists_of_family_names_with_initials_behind_are_told(names: list[str], meant: list[str]) -> None:
    assert with_commas(names) == meant


def test_one_word_with_capitals_inside_may_be_a_family_name() -> None:
    assert [is_organisation(name) for name in ("McDonald", "DeVries", "PowerTAC", "CCAFS", "Sharma")] == [
        False, False, True, True, False,
    ]  # fmt: skip


def test_openalex_names_are_put_in_natural_order_where_the_shown_name_bears_it_out() -> None:
    def authorship(printed: str, shown: str) -> dict[str, object]:
        return {"raw_author_name": printed, "author": {"id": "https://openalex.org/A1", "display_name": shown}}

    names = [("Ruiz, Ana", "Ana Ruiz"), ("Bo Lind, PhD", "Bo Lind"), ("SHARMA", "Sharma")]
    work = {"id": "https://openalex.org/W1", "title": "T", "authorships": [authorship(*name) for name in names]}
    [record] = export(json.dumps(work), "openalex").records
    assert [(one.name, one.family, one.kind) for one in record.authors] == [
        ("Ana Ruiz", "Ruiz", "person"),
        ("Bo Lind", None, "person"),
        ("SHARMA", None, "person"),
    ]


def test_an_answer_of_crossref_with_few_fields_is_known_by_them() -> None:
    works = [{"DOI": "10.1000/1", "title": ["One"]}, {"DOI": "10.1000/2", "author": [{"family": "Ruiz", "sequence": "first"}]}]
    assert [record.title for record in export("\n".join(map(json.dumps, works)), "crossref").records] == ["One", None]


def test_namesakes_on_a_persons_page_in_dblp_are_not_its_works() -> None:
    others = (
        '<homonyms n="1"><h f="x"><person key="homepages/1/2"><author pid="1/2">Wei Wang 0002</author></person></h></homonyms>'
    )
    work = '<r><article key="journals/x/Y"><author>Wei Wang 0001</author><title>T.</title></article></r>'
    found = export(f'<dblpperson name="Wei Wang 0001" pid="1/1" n="1">{others}{work}</dblpperson>', "dblp")
    assert [type(item).__name__ for item in found.items] == ["Record"]
