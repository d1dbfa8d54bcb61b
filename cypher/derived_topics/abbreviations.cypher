// name: abbreviations
// about: Which abbreviations papers explain, and by how many papers each as what: lists of `abbreviation=what it stands for` and the
//   number, in one row.
// returns: uses: list
// mode: read
// internal: yes
CALL () {
  MATCH (p:Paper)
  UNWIND p.abbreviations AS abbreviation
  WITH abbreviation, count(*) AS papers
  RETURN collect([abbreviation, papers]) AS uses
}
RETURN uses;
