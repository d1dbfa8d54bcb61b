"""Pages of researchers and of names, and arXiv's author listings: text without a format, read by its form.

May import: `loaders.fields`, `loaders.author_lists`, `loaders.parsing`, `loaders.records`, `loaders.counted`.
"""
