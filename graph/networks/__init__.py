"""Networks to be drawn and measured by other programs: people by shared papers, topics, venues, institutions, citations.

The stored queries of `cypher/networks` say what is tied to what (`asking`); a `Network` is that with the names and counts of its
nodes (`network`). `as_networkx` makes a graph of networkx of it, `writing` a file: GraphML, GEXF, Pajek, VOSviewer, CSV, Parquet
or JSON.

May import: `graph.queries`, `graph.files`, `graph.plain_text`, `graph.row_text`, `graph.errors` and `loaders.counted`. What takes
long to import (networkx, pyarrow) is imported when it is needed.
"""
