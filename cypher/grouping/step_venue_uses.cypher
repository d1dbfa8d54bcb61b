// name: step_venue_uses
// about: As step_topic_uses, for venues other than preprint servers.
// params: most: int
// returns: uid: str
// mode: write
MATCH (v:Venue)
WITH v, CASE v.kind WHEN 'preprint' THEN 0 ELSE COUNT { (v)<-[:PUBLISHED_IN]-() } END AS papers
WITH v, CASE WHEN papers >= 32
  THEN papers - papers % reduce(step = 4, power IN range(6, 40) | CASE WHEN papers >= 2 ^ power THEN 2 * step ELSE step END)
  WHEN papers >= 2 THEN papers END AS uses
WHERE coalesce(v.uses, 0) <> coalesce(uses, 0)
WITH v, uses LIMIT $most
SET v.uses = uses
RETURN v.uid AS uid;
