"""What papers are about, told from their titles and abstracts: what each text offers, and which of that are topics of a graph.

May import: nothing of ours but its own modules; `above`, `mentions` and `refresh`, which ask the graph, the
stored queries too.
"""
