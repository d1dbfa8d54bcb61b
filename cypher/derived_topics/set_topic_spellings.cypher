// name: set_topic_spellings
// about: Write how papers spell these topics besides the label, the `most` common ones: of the phrase itself and of its abbreviations,
//   and of keywords.
// params: uids: list, most: int
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t, COLLECT {
  CALL (t) {
    MATCH (t)<-[:SPELLS]-()<-[said:MENTIONS]-()
    RETURN said.label AS spelling
    UNION ALL
    MATCH (t)<-[said:ABOUT {origin: 'given'}]-()
    RETURN said.label AS spelling
  }
  WITH t, spelling, count(*) AS papers
  WHERE spelling <> t.label
  ORDER BY papers DESC, spelling
  RETURN spelling
} AS spellings
SET t.spellings = CASE WHEN spellings <> [] THEN spellings[..$most] END;
