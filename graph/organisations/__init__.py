"""Records of institutions: which of them documents name, what is said of each, and which are one organisation."""
