"""How well printed affiliations are taken apart, against addresses read by hand (`gold.tsv`)."""
