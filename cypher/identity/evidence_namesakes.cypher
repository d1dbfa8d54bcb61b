// name: evidence_namesakes
// about: How many author records of people have an author record's family name, and how many its given names; a bare initial
//   counts as every given name that begins with it.
// params: author: str
// returns: families: int, given: int
// mode: read
MATCH (record:Author {uid: $author})
USING INDEX SEEK record:Author(uid)
WITH coalesce(record.family_key, '') AS family, coalesce(record.given_key, '') AS given
RETURN COUNT { MATCH (one:Author {family_key: family}) WHERE coalesce(one.kind, 'person') = 'person' } AS families,
  COUNT { MATCH (one:Author) WHERE one.given_key >= given
    AND one.given_key <= CASE WHEN size(given) = 1 THEN given + '\uffff' ELSE given END
    AND coalesce(one.kind, 'person') = 'person' } AS given;
