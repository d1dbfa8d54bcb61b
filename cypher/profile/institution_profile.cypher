// name: institution_profile
// about: One organisation on one row, by the uid of any of its records: the record that stands for it, its country (a code of ISO 3166), what else it is
//   called, the ids and {uid, name, country} of all `records` of it, how many people a document ties to it, and the papers on which
//   authors name it.
// params: institution: str
// returns: uid: str, name: str, ror: str?, country: str?, aliases: list, ids: list, records: list, people: int, papers: int, first_year: int?,
//   last_year: int?
// mode: read
MATCH (named:Institution {uid: $institution})
USING INDEX SEEK named:Institution(uid)
MATCH (self:Institution {uid: named.organisation})
USING INDEX SEEK self:Institution(uid)
CALL (self) {
  MATCH (record:Institution {organisation: self.uid})
  USING INDEX SEEK record:Institution(organisation)
  WITH record ORDER BY record.uid
  RETURN collect(record) AS records
}
CALL (records) {
  UNWIND records AS record
  OPTIONAL MATCH (record)<-[:WRITTEN_AT]-(paper)
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
RETURN self.uid AS uid, self.name AS name, self.ror AS ror, self.country AS country,
  COLLECT {
    UNWIND records AS record
    UNWIND [record.name] + coalesce(record.aliases, []) AS alias
    WITH DISTINCT alias WHERE toLower(alias) <> toLower(self.name)
    RETURN alias ORDER BY alias
  } AS aliases,
  COLLECT { UNWIND records AS record UNWIND record.ids AS id RETURN DISTINCT id ORDER BY id } AS ids,
  [record IN records | {uid: record.uid, name: coalesce(record.said_name, record.name), country: record.country}] AS records,
  COUNT { UNWIND records AS record MATCH (record)<-[:AFFILIATED_WITH]-(author) RETURN DISTINCT author.person } AS people,
  papers, first_year, last_year;
