// name: institution_profile
// about: One institution on one row: how many people a document ties to it, and the papers on which authors name it.
// params: institution: str
// returns: uid: str, name: str, ror: str?, people: int, papers: int, first_year: int?, last_year: int?
// mode: read
MATCH (institution:Institution {uid: $institution})
USING INDEX SEEK institution:Institution(uid)
CALL (institution) {
  OPTIONAL MATCH (institution)<-[:AFFILIATED_WITH]-()-[slot:WROTE]->(paper)
  WHERE institution.uid IN slot.institutions
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
RETURN institution.uid AS uid, institution.name AS name, institution.ror AS ror,
  COUNT { MATCH (institution)<-[:AFFILIATED_WITH]-(author) RETURN DISTINCT author.person } AS people, papers, first_year, last_year;
