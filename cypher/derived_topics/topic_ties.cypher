// name: topic_ties
// about: What stands above the topics that were found in texts, and above those there, as far as that follows from the topics: lists of
//   the uids of topics with the ids that they carry, and of the ties, each of the uids of the lower and the upper one, how the latter is
//   spelt, and the vocabulary that says so. `vocabularies` are the schemes of all of them.
// params: vocabularies: list
// returns: ids: list, ties: list
// mode: read
// internal: yes
CALL () {
  MATCH (t:Topic)
  WHERE t.scheme IN ['phrase'] + $vocabularies OR 'phrase' IN t.schemes
  WITH t, COLLECT {
    MATCH (t)-[tie:BROADER]->(above)
    // What documents say has a label, and is of no vocabulary.
    WHERE tie.vocabulary IS NOT NULL OR tie.label IS NULL
    RETURN [t.uid, above.uid, tie.label, tie.vocabulary]
  } AS ties
  RETURN collect(CASE WHEN t.ids IS NOT NULL THEN [t.uid, t.ids] END) AS ids, reduce(all = [], some IN collect(ties) | all + some) AS ties
}
RETURN ids, ties;
