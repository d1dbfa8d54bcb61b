"""Of `docker/`. What its files say."""
