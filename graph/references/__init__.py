"""Papers as references, for the programs that people cite with: BibTeX, RIS and CSL-JSON.

The stored query `references` gives what a reference needs; a `Reference` has its names taken apart; each form has a module that
writes it, and `writing` asks and chooses among them.

May import: `graph.queries`, `graph.names`, `graph.files`, `graph.plain_text`, `graph.row_text` and `graph.errors`.
"""
