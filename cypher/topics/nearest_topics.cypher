// name: nearest_topics
// about: Topics whose labels have most words of a text in them, those with most papers first: "did you mean".
// params: text: str, limit: count? = 5
// returns: uid: str, name: str, papers: int, score: float
// mode: read
// internal: yes
WITH [word IN split(toLower($text), ' ') WHERE size(word) > 2][..8] AS words
WHERE size(words) > 0
MATCH (topic:Topic)
WITH topic, words, size([word IN words WHERE toLower(topic.label) CONTAINS word]) AS found
WHERE found > 0
WITH topic, 1.0 * found / size(words) AS score, COUNT { (topic)<-[:ABOUT]-() } AS papers
ORDER BY score DESC, papers DESC, topic.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN topic.uid AS uid, topic.label AS name, papers, score
ORDER BY score DESC, papers DESC, uid;
