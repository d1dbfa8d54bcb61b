"""What a user names (files, folders, archives, patterns, standard input) as documents that are ready to be loaded.

`find` gives the sources behind names (`named`, `folders`, `no_documents`), `document_of` the document in a source, of the format
that its content tells or `Hints` say (`ready`, `hints`); `inspect` tells what would be loaded, and loads nothing (`inspection`).

May import: `graph.load.reading`, `graph.load.report`, `graph.errors` and `loaders`.
"""

from graph.documents.hints import Hints, columns_in
from graph.documents.named import Found, Named, find
from graph.documents.ready import document_of, formats, share_read, size_of

__all__ = ["Found", "Hints", "Named", "columns_in", "document_of", "find", "formats", "share_read", "size_of"]
