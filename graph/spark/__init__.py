"""A first load in bulk on many machines: documents into the importer's files by Spark.

What a document says, which claims are one work and what rows follow from it is decided by `graph.load`, and what is done with a
block of claims or with the rows of one uid by `graph.bulk`, as on one machine; here is only who does it where. Documents are
divided over the executors (`reading`), claims that share a key become blocks (`components`), whole blocks are planned and the
rows of one uid united where they come together (`stages`), and each task writes its own files for the importer (`loading`),
which a local graph or any other server takes (`import_files`). README.md tells what runs where and what it takes.

May import: `graph.bulk`, `graph.documents`, `graph.load`, `graph.server.importer` and `graph.errors`. PySpark is imported where a
session is made or used, and nowhere before.
"""
