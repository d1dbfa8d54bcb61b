// name: step_topic_uses
// about: Write `uses` of the given topics and of the phrases whose number of papers is another step than it was, at most `most` of them:
//   the number itself below 32, then steps of an eighth to a sixteenth of it; none for fewer than two papers.
// params: most: int
// returns: uid: str
// mode: write
MATCH (t:Topic|Phrase)
WHERE t:Phrase OR t.scheme <> 'phrase'
WITH t, CASE
  WHEN 'phrase' IN t.schemes THEN COUNT { (t)<-[:ABOUT {origin: 'given'}]-() }
  ELSE COUNT { (t)<-[:ABOUT|MENTIONS]-() }
END AS papers
WITH t, CASE WHEN papers >= 32
  THEN papers - papers % reduce(step = 4, power IN range(6, 40) | CASE WHEN papers >= 2 ^ power THEN 2 * step ELSE step END)
  WHEN papers >= 2 THEN papers END AS uses
WHERE coalesce(t.uses, 0) <> coalesce(uses, 0)
WITH t, uses LIMIT $most
SET t.uses = uses
RETURN t.uid AS uid;
