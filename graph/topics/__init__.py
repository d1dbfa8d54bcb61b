"""What papers are about, told from their titles and abstracts.

May import: nothing of ours but its own modules.
"""
