"""The list of constraints and indexes, and the classes that declare them."""

from graph.queries.registry import Registry
from graph.schema import nodes
from graph.schema.indexes import FULL_TEXT, WANTED


def test_the_list_of_indexes_is_what_the_classes_declare() -> None:
    assert set(WANTED) == nodes.declared_indexes(), "list in indexes.py what a class of nodes.py declares"
    assert len(WANTED) == len(set(WANTED))


def test_every_full_text_index_is_created_by_a_stored_query_of_its_name() -> None:
    for name, query in FULL_TEXT.items():
        assert f"FULLTEXT INDEX {name} IF NOT EXISTS" in Registry.shipped()[query].text
