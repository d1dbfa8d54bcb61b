"""What an answer of OAI-PMH holds instead of a record: an error, or word that a record is deleted."""

from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.xml_stream import Piece
from loaders.records import Rejection


def refusal(piece: Piece, who: str) -> Rejection | None:
    """The rejection for it, in which `who` answered ("the library"); None for anything else."""
    where = f"line {piece.line}"
    if piece.tag == "error":
        said = f"{piece.element.get('code', '')}: {words_of(piece.element)}"
        return Rejection(where, f"{who} answered with the error {said}; correct the query")
    if piece.tag == "header" and piece.element.get("status") == "deleted":
        key = words_at(piece.element, "identifier")
        return Rejection(f"{where} ({key})", f"{who} has deleted the record, so that it holds nothing")
    return None
