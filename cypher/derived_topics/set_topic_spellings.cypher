// name: set_topic_spellings
// about: Write how papers spell these topics besides the label, the `most` common ones: of the phrase itself and of its abbreviations.
// params: uids: list, most: int
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t, COLLECT {
  MATCH (t)<-[:SPELLS]-()<-[m:MENTIONS]-()
  WITH t, m.label AS spelling, count(*) AS papers
  WHERE spelling <> t.label
  ORDER BY papers DESC, spelling
  RETURN spelling
} AS spellings
SET t.spellings = CASE WHEN spellings <> [] THEN spellings[..$most] END;
