"""The people of the ACL Anthology: curated names, in the list of variants and in the newer list by id."""

from loaders.records import Identifier, Person
from tests.unit.loaders.export_items import Export, export, fixture


def said(found: Export) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The curated and the shared names of each person, by the place in the file."""
    return {person.where: (person.curated_names, person.shared_names) for person in found.people}


def test_variants_are_one_persons_names_and_a_catch_all_shares_them() -> None:
    found = fixture("acl_people/name_variants.yaml", "acl_people")
    assert said(found) == {
        "line 2 (ada-m-berg)": (("Ada M. Berg", "Ada Berg", "Ada Holm"), ()),
        "line 14": (("Bo Lind", "B. Lind"), ()),
        "line 20 (li-wen)": ((), ("Li Wen",)),
        "line 25 (li-wen-graz)": (("Li Wen",), ()),
        "line 32 (no)": (("No", "Yes No"), ()),
        "line 45": (("Karl Ås",), ()),
    }
    ada, *_, no, karl = found.people
    assert ada.ids == (Identifier("acl", "ada-m-berg"), Identifier("orcid", "0000-0002-1825-0097"))
    assert (ada.name, ada.name_forms) == ("Ada M. Berg", ("Ada Berg", "Ada Holm"))
    assert ada.distinct_from == (Identifier("acl", "adam-berg"), Identifier("acl", "ada-bergh"))
    assert (no.ids, karl.ids) == ((Identifier("acl", "no"),), ())


def test_broken_entries_are_rejected_alone() -> None:
    found = fixture("acl_people/name_variants.yaml", "acl_people")
    assert [(one.where, one.reason.partition(":")[0]) for one in found.rejections] == [
        ("line 38 (nobody)", "the entry names nobody"),
        ("line 40", "the entry is not YAML"),
    ]
    assert "line 42" in found.rejections[1].reason
    assert [one.where for one in found.remarks] == ["line 25 (li-wen-graz)"]


def test_people_by_id_give_their_names_to_nobody_where_matching_by_name_is_off() -> None:
    found = fixture("acl_people/people.yaml", "acl_people")
    assert said(found) == {
        "line 3 (ada-m-berg)": (("Ada M. Berg", "Ada Berg"), ()),
        "line 12 (li-wen-graz)": ((), ("Li Wen",)),
        "line 18 (plato)": (("Plato",), ()),
    }
    assert found.people[0].ids[1:] == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert [one.where for one in found.rejections] == ["line 22 (nobody)"]


def test_a_list_in_another_layout_is_the_same() -> None:
    text = (
        "---\n  # people\n  - id: bo-lind\n    canonical: {first: Bo, last: Lind}\n  -\n    canonical:\n      last: Solo\n...\n"
    )
    assert [(one.name, one.where) for one in export(text, "acl_people").people] == [
        ("Bo Lind", "line 3 (bo-lind)"),
        ("Solo", "line 5"),
    ]
    assert isinstance(export(text.encode("utf-16"), "acl_people").items[0], Person)
