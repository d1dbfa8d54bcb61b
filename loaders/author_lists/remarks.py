"""What the reader of the load report is told of author lists that could not be read, and of identifiers that are nobody's."""

from collections.abc import Iterator

from loaders.records import Identifier, Items, Record, Remark

_LONGEST_SHOWN = 120


def with_name_remarks(items: Items) -> Items:
    """The items, and behind each record a remark for whatever stands in its author list and could not be told apart, and for each
    identifier that stands beside several names."""
    for item in items:
        yield item
        if isinstance(item, Record):
            yield from _remarks(item)


def _remarks(record: Record) -> Iterator[Remark]:
    for author in record.authors:
        if author.kind == "undivided":
            shown = author.name if len(author.name) <= _LONGEST_SHOWN else f"{author.name[:_LONGEST_SHOWN]} …"
            reason = (
                f"{shown!r} in the list of {author.role}s may be several people or nobody's name, and is kept as printed; "
                'put ";" or "and" between the names, and "Family, Given" or "Given Family" for each, and load the file again'
            )
            yield Remark(record.where, reason)
    shared: dict[Identifier, list[str]] = {}
    for author in record.authors:
        for known in author.shared_ids:
            shared.setdefault(known, []).append(author.name)
    for known, names in shared.items():
        listed = " and ".join(map(repr, names))
        yield Remark(
            record.where,
            f"the {known.scheme} id {known.value} stands beside {listed} in one name; it cannot be told whose it is, and nobody "
            "was given it",
        )
