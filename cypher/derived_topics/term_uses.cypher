// name: term_uses
// about: How many papers use each of these terms: lists of the term and the number, in one row.
// params: terms: list
// returns: uses: list
// mode: read
// internal: yes
CALL () {
  MATCH (p:Paper)
  UNWIND p.terms AS term
  WITH term WHERE term IN $terms
  WITH term, count(*) AS papers
  RETURN collect([term, papers]) AS uses
}
RETURN uses;
