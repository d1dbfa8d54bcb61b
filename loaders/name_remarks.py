"""What the reader of the load report is told of author lists that could not be read."""

from collections.abc import Iterator

from loaders.records import Items, Record, Remark

_LONGEST_SHOWN = 120


def with_name_remarks(items: Items) -> Items:
    """The items, and behind each record a remark for whatever stands in its author list and could not be told apart."""
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
