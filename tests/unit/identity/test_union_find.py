"""Groups of things that are joined two by two."""

from graph.identity.union_find import UnionFind


def test_a_group_goes_by_its_smallest_member_in_whatever_order_it_was_joined() -> None:
    joined: UnionFind[str] = UnionFind()
    for a, b in (("d", "c"), ("b", "d"), ("e", "f"), ("b", "c")):
        joined.join(a, b)
    assert {item: joined.root(item) for item in "abcdef"} == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "e", "f": "e"}


def test_groups_keep_the_order_in_which_their_members_come() -> None:
    joined: UnionFind[int] = UnionFind()
    joined.join(3, 1)
    assert joined.groups([3, 2, 1]) == [[3, 1], [2]]
