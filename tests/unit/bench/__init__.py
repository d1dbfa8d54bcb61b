"""Of `tests/bench/`. The measures by which identity is judged, on examples worked out by hand."""
