"""The review in the pages: candidates one after another, decided by a button or a key, as in the terminal."""
