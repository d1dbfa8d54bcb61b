"""Documents of any size as lines, items and elements, each read alone, whatever is in them.

May import: `loaders.records`, `loaders.counted`.
"""
