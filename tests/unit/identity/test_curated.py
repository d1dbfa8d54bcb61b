"""Which names of a curated list are one person's."""

from msgspec.structs import replace

from graph.decision_log.decision import RULE
from graph.identity.curated_names import NameClaim, one_person
from graph.identity.rule_merges import Edge, work_out

ADA = "acl:ada-berg"


def claim(curator: str, name: str, document: str = "list") -> NameClaim:
    return NameClaim(document, "A List", curator, f"name:{name}", shared=False, known=True, together=False)


def merged(*claims: NameClaim) -> set[tuple[str, str]]:
    return {(found.curator, found.name) for found in one_person(claims)}


def test_a_name_of_one_entry_is_that_persons() -> None:
    assert merged(claim(ADA, "ada berg"), claim(ADA, "ada holm")) == {(ADA, "name:ada berg"), (ADA, "name:ada holm")}


def test_a_name_of_two_entries_is_nobodys_though_another_list_gives_it_to_one() -> None:
    two = claim(ADA, "li wen"), claim("acl:li-wen", "li wen")
    assert merged(*two, claim(ADA, "li wen", "another list"), claim(ADA, "ada berg")) == {(ADA, "name:ada berg")}


def test_a_shared_name_an_unknown_one_and_one_beside_whose_it_is_merge_nothing() -> None:
    plain = claim(ADA, "ada berg")
    assert merged(replace(plain, known=False)) == merged(replace(plain, together=True)) == set()
    assert merged(plain, replace(claim("acl:several", "ada berg"), shared=True)) == set()


def test_an_entry_without_an_id_is_known_by_its_name_and_merges_nothing_where_that_is_anothers_too() -> None:
    entry = claim("name:ada berg", "ada berg"), claim("name:ada berg", "ada holm")
    assert merged(*entry) == {("name:ada berg", "name:ada holm")}
    assert merged(*entry, claim(ADA, "ada berg")) == set()
    assert merged(*entry, claim(ADA, "ada berg", "newer list")) == {(ADA, "name:ada berg"), ("name:ada berg", "name:ada holm")}


def test_curated_names_merge_though_they_look_like_two_people() -> None:
    edge = Edge(ADA, "name:li wen", RULE, "curated as one person by A List")
    names = {ADA: "Ada Berg", "name:li wen": "Li Wen"}
    assert work_out([edge], names, {ADA: [ADA]}, set()).edges == []
    assert work_out([edge], names, {ADA: [ADA]}, set(), curated={(ADA, "name:li wen")}).edges == [edge]
