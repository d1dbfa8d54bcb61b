// name: records_outside_steps
// about: The author records that bear one of these names, and how many bear it is no longer within the step that their groups are kept
//   with; and those for which the number of all author records is not. A name of `initials`, one letter, stands for all given names
//   that begin with it.
// params: families: list, given: list, initials: list, authors: int
// returns: uids: list
// mode: read
// internal: yes
CALL () {
  UNWIND $families AS key
  CALL (key) {
    MATCH (a:Author {family_key: key})
    USING INDEX SEEK a:Author(family_key)
    WITH collect(a) AS bearers
    WITH bearers, size([a IN bearers WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL]) AS records
    UNWIND bearers AS a
    WITH a, records
    WHERE a.grouped_names[0] > records OR a.grouped_names[1] < records
    RETURN a
  }
  RETURN a
  UNION
  UNWIND $given AS key
  CALL (key) {
    MATCH (a:Author {given_key: key})
    USING INDEX SEEK a:Author(given_key)
    WITH collect(a) AS bearers
    WITH bearers, size([a IN bearers WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL]) AS records
    UNWIND bearers AS a
    WITH a, records
    WHERE a.grouped_names[2] > records OR a.grouped_names[3] < records
    RETURN a
  }
  RETURN a
  UNION
  UNWIND $initials AS key
  CALL (key) {
    MATCH (b:Author)
    USING INDEX SEEK b:Author(given_key)
    WHERE b.given_key STARTS WITH key AND coalesce(b.kind, 'person') = 'person' AND b.name IS NOT NULL
    WITH count(*) AS records
    MATCH (a:Author {given_key: key})
    USING INDEX SEEK a:Author(given_key)
    WHERE a.grouped_names[2] > records OR a.grouped_names[3] < records
    RETURN a
  }
  RETURN a
  UNION
  MATCH (a:Author)
  USING INDEX SEEK a:Author(grouped_among_from)
  WHERE a.grouped_among_from > $authors
  RETURN a
  UNION
  MATCH (a:Author)
  USING INDEX SEEK a:Author(grouped_among_to)
  WHERE a.grouped_among_to < $authors
  RETURN a
}
RETURN collect(a.uid) AS uids;
