// name: step_topic_uses
// about: Write `uses` of the topics whose number of papers is another step than it was, at most `most` of them. Sharing a topic
//   weighs 1 / ln(1 + papers): with each step that is a twentieth less, the first number of a step stands for all of it, and up to 9
//   papers every number is a step; none for fewer than two papers.
// params: most: int
// returns: uid: str
// mode: write
MATCH (t:Topic)
WITH t, COUNT { (t)<-[:ABOUT]-() } AS papers
WITH t, CASE WHEN papers >= 2 THEN toInteger(ceil(exp(1.05 ^ floor(log(log(1 + papers)) / log(1.05))))) - 1 END AS uses
WHERE coalesce(t.uses, 0) <> coalesce(uses, 0)
WITH t, uses LIMIT $most
SET t.uses = uses
RETURN t.uid AS uid;
