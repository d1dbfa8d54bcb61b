// name: topic_schemes
// about: The schemes that the graph's topics are named in, such as arxiv, openalex, keyword or phrase, with their numbers of topics.
// returns: scheme: str, topics: int
// mode: read
MATCH (topic:Topic)
RETURN topic.scheme AS scheme, count(topic) AS topics
ORDER BY topics DESC, scheme;
