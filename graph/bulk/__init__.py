"""A first load in bulk: documents into an empty local graph, by all processors and by the server's offline importer.

What a document says, which claims are one work and what rows follow from it is decided by `graph.load` alone; here is only
another order of doing it. Documents become claims in worker processes (`mapping`), claims that share a key become blocks
(`blocks`), each block is planned like a batch on an empty graph (`planning`), what several blocks speak of is united by uid
(`uniting`), and the rows, as Parquet files (`tables`), become the new database (`first_load`), which takes the place of the
empty one; or they are left for another server's importer (`import_files`).

May import: `graph.load`, `graph.documents`, `graph.schema`, `graph.server`, `graph.clock`, `graph.queries`, `graph.connection`,
`graph.errors`, and the records of `loaders`.
"""
