"""Of `graph/spark/`. What tasks do with rows, and what is written around them; no Spark is started."""
