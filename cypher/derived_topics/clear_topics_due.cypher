// name: clear_topics_due
// about: Take the mark from papers, phrases and keywords that were touched in this turn or before, at most `most` of each, and tell how many;
//   and the note that topics went.
// params: turn: int, most: count = 20000
// returns: cleared: int
// mode: write
CALL () {
  MATCH (p:Paper)
  WHERE 0 < p.topics_due <= $turn
  WITH p LIMIT $most
  SET p.topics_due = null
  RETURN count(*) AS papers
}
CALL () {
  MATCH (f:Phrase)
  WHERE 0 < f.topics_due <= $turn
  WITH f LIMIT $most
  SET f.topics_due = null
  RETURN count(*) AS phrases
}
CALL () {
  MATCH (t:Topic)
  WHERE 0 < t.topics_due <= $turn
  WITH t LIMIT $most
  SET t.topics_due = null
  RETURN count(*) AS keywords
}
CALL () {
  MATCH (state:GraphState {uid: 'state'})
  WHERE state.topics_gone <= $turn
  SET state.topics_gone = null
}
RETURN papers + phrases + keywords AS cleared;
