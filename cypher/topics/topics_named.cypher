// name: topics_named
// about: The topics of exactly this label, spelling or uid, in any case, those with most papers first.
// params: text: str
// returns: uid: str, label: str?, scheme: str, papers: int
// mode: read
// internal: yes
WITH toLower(trim($text)) AS called
MATCH (topic:Topic)
WHERE topic.uid = $text OR called IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
RETURN topic.uid AS uid, topic.label AS label, topic.scheme AS scheme, COUNT { (topic)<-[:ABOUT]-(:Paper) } AS papers
ORDER BY papers DESC, uid;
