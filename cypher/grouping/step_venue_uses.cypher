// name: step_venue_uses
// about: As step_topic_uses, for venues other than preprint servers.
// params: most: int
// returns: uid: str
// mode: write
MATCH (v:Venue)
WITH v, CASE v.kind WHEN 'preprint' THEN 0 ELSE COUNT { (v)<-[:PUBLISHED_IN]-() } END AS papers
WITH v, CASE WHEN papers >= 2 THEN toInteger(ceil(exp(1.05 ^ floor(log(log(1 + papers)) / log(1.05))))) - 1 END AS uses
WHERE coalesce(v.uses, 0) <> coalesce(uses, 0)
WITH v, uses LIMIT $most
SET v.uses = uses
RETURN v.uid AS uid;
