// name: topic_schemes
// about: The schemes that the graph's topics are named in, such as arxiv, openalex, keyword or phrase, with their numbers of topics.
//   One that was found in texts and is a keyword too, or stands for a term of a vocabulary (cso), is of both schemes.
// returns: scheme: str, topics: int
// mode: read
MATCH (topic:Topic)
UNWIND [topic.scheme] + coalesce(topic.schemes, []) AS scheme
RETURN scheme, count(topic) AS topics
ORDER BY topics DESC, scheme;
