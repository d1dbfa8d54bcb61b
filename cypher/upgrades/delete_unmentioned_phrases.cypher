// name: delete_unmentioned_phrases
// about: Delete phrases that no paper mentions, at most so many; how many there were. Topics that they were go when topics are found.
// params: most: int
// returns: phrases: int
// mode: write
MATCH (f:Phrase)
WHERE NOT EXISTS { (:Paper)-[:MENTIONS]->(f) }
WITH f LIMIT $most
DETACH DELETE f
RETURN count(*) AS phrases;
