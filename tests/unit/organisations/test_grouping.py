"""Which records of institutions are one organisation: by ids, by names with and without a country, and when not."""

import random

import pytest

from graph.organisations.grouping import Known, organisations

GB, US = "institution:univ york|gb", "institution:univ york|us"
BARE = "institution:univ york"
YORK = "name:univ_york"


def named(uid: str, *ids: str) -> Known:
    country = uid.rpartition("|")[2].upper() if "|" in uid else None
    return Known(uid, country, [*ids, YORK])


def identified(uid: str, country: str | None = None, *others: str, name: str = YORK) -> Known:
    return Known(uid, country, [uid, *others, name])


def grouped(*records: Known) -> dict[str, str]:
    """The organisation of each, the same in whatever order they come."""
    found = {uid: one.organisation for uid, one in organisations(records).items()}
    for seed in range(4):
        shuffled = random.Random(seed).sample(records, len(records))
        assert {uid: one.organisation for uid, one in organisations(shuffled).items()} == found
    return found


def test_what_bears_one_id_is_one_and_a_ror_id_stands_for_it() -> None:
    assert grouped(
        identified("grid:grid.1.a", None, name="name:a"),
        identified("ror:x", None, "grid:grid.1.a", name="name:b"),
        Known("institution:c", None, ["isni:1", "name:c"]),
        Known("institution:d|gb", "GB", ["isni:1", "name:d"]),
    ) == {"grid:grid.1.a": "ror:x", "ror:x": "ror:x", "institution:c": "institution:c", "institution:d|gb": "institution:c"}


def test_an_id_that_two_ror_ids_bear_ties_nothing() -> None:
    found = grouped(
        identified("ror:x", None, "isni:1"), identified("ror:y", None, "isni:1"), Known("institution:c", None, ["isni:1"])
    )
    assert found == {"ror:x": "ror:x", "ror:y": "ror:y", "institution:c": "institution:c"}


def test_a_chain_of_ids_never_ties_two_ror_ids() -> None:
    records = (
        identified("ror:x", None, "isni:1", name="name:x"),
        Known("institution:c", None, ["isni:1", "isni:2", "name:c"]),
        identified("ror:y", None, "isni:2", name="name:y"),
    )
    assert grouped(*records) == {record.uid: record.uid for record in records}


@pytest.mark.parametrize("other", [identified("ror:x"), identified("ror:x", "GB"), identified("grid:grid.2.b", "GB"), named(GB)])
def test_a_name_without_a_country_joins_the_one_organisation_of_that_name(other: Known) -> None:
    found = grouped(named(BARE), other)
    assert found[BARE] == found[other.uid] == min(other.uid, BARE, key=lambda uid: (uid.startswith("institution:"), uid))


@pytest.mark.parametrize(
    "others",
    [
        (identified("ror:x"), identified("ror:y")),
        (named(GB), named(US)),
        (identified("ror:x", "GB"), named(US)),
    ],
)
def test_a_name_that_fits_several_stays_alone(others: tuple[Known, ...]) -> None:
    assert grouped(named(BARE), *others)[BARE] == BARE


def test_namesakes_in_two_countries_stay_apart() -> None:
    assert grouped(named(GB), named(US)) == {GB: GB, US: US}
    assert grouped(named(GB), named(US), identified("ror:x", "GB")) == {GB: "ror:x", US: US, "ror:x": "ror:x"}
    assert grouped(named(GB), named(US), identified("ror:x")) == {GB: GB, US: US, "ror:x": "ror:x"}


def test_of_two_ror_ids_of_a_name_the_country_tells_which() -> None:
    found = grouped(named(GB), named(US), named(BARE), identified("ror:x", "GB"), identified("ror:y", "US"))
    assert found == {GB: "ror:x", US: "ror:y", BARE: BARE, "ror:x": "ror:x", "ror:y": "ror:y"}


def test_a_name_joins_along_with_the_one_that_joined_another() -> None:
    assert set(grouped(named(GB), named(BARE), identified("ror:x")).values()) == {"ror:x"}


def test_what_has_names_of_two_others_joins_neither() -> None:
    both = Known("institution:a|gb", "GB", ["isni:1", "name:a"])
    again = Known("institution:b|gb", "GB", ["isni:1", "name:b"])
    found = grouped(both, again, identified("ror:x", "GB", name="name:a"), identified("ror:y", "GB", name="name:b"))
    assert found["institution:a|gb"] == found["institution:b|gb"] == "institution:a|gb"


def test_the_country_is_that_of_the_record_or_of_its_organisation() -> None:
    found = organisations([named(BARE), identified("ror:x", None), named(GB)])
    assert {uid: one.country for uid, one in found.items()} == {BARE: "GB", "ror:x": "GB", GB: "GB"}
    assert organisations([named(BARE)])[BARE].country is None


def test_few_addresses_that_print_a_country_place_nobody_but_themselves() -> None:
    def bare(mentions: int) -> dict[str, str | None]:
        records = [Known(BARE, None, [YORK], mentions), Known(GB, "GB", [YORK], 2)]
        return {uid: one.country for uid, one in organisations(records).items()}

    assert bare(18) == {BARE: "GB", GB: "GB"}
    assert bare(19) == {BARE: None, GB: "GB"}
    by_id = [Known(BARE, None, [YORK], 500), identified("ror:x", "GB")]
    assert organisations(by_id)[BARE].country == "GB"


def called(*records: Known) -> str:
    """What the organisation of these records is called, the same in whatever order they come."""
    names = set()
    for seed in range(4):
        grouped = organisations(random.Random(seed).sample(records, len(records)))
        [first] = {one.organisation for one in grouped.values()}
        names.add(grouped[first].name)
        assert all(grouped[record.uid].name == record.name for record in records if record.uid != first)
    [name] = names
    return name


def spelt(uid: str, name: str, described: int = 0, **others: int) -> Known:
    return Known(uid, None, [*([uid] if uid.startswith("ror:") else []), "isni:1", YORK], 1, name, {name: 1, **others}, described)


def test_an_organisation_is_called_as_most_affiliations_of_all_its_records_spell_it() -> None:
    records = spelt("ror:x", "York U."), spelt(BARE, "York", York_Univ=2), spelt(GB, "Y", York_Univ=1)
    assert called(*records) == "York_Univ"
    assert called(spelt("ror:x", "YORK"), spelt(BARE, "York")) == "York"
    assert called(spelt("ror:x", "YORK")) == "YORK"


def test_a_record_of_its_own_names_an_organisation_before_all_spellings() -> None:
    assert called(spelt("ror:x", "York U."), spelt(BARE, "University of York", 1, York=50)) == "University of York"
    assert called(spelt("ror:x", "York U.", 1), spelt(BARE, "A York", 1)) == "York U."
    assert called(spelt("ror:x", "York U.", 1), spelt(BARE, "A York", 2)) == "A York"
