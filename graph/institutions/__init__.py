"""Printed affiliations taken apart: institutions, their parts, where they are; and names of institutions compared.

May import: how names are spelt (`graph.names.transliteration`), and the words for no name that loaders know.
"""
