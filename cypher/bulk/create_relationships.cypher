// name: create_relationships
// about: Create relationships of one pattern (`start-TYPE-end`), which are not there yet: each row has the uids of both ends and the
//   properties. How many found both their ends.
// params: pattern: str, rows: list
// returns: written: int
// mode: write
CALL () {
  UNWIND CASE $pattern WHEN 'Author-WROTE-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:WROTE]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Author-EDITED-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:EDITED]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Author-AFFILIATED_WITH-Institution' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Institution {uid: row[1]})
  CREATE (a)-[r:AFFILIATED_WITH]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-WRITTEN_AT-Institution' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Institution {uid: row[1]})
  CREATE (a)-[r:WRITTEN_AT]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Document-DESCRIBES-Author' THEN $rows ELSE [] END AS row
  MATCH (a:Document {uid: row[0]})
  MATCH (b:Author {uid: row[1]})
  CREATE (a)-[r:DESCRIBES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Author-SIMILAR_NAME-Author' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Author {uid: row[1]})
  CREATE (a)-[r:SIMILAR_NAME]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Author-SAME_AS-Author' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Author {uid: row[1]})
  CREATE (a)-[r:SAME_AS]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Author-DIFFERENT_FROM-Author' THEN $rows ELSE [] END AS row
  MATCH (a:Author {uid: row[0]})
  MATCH (b:Author {uid: row[1]})
  CREATE (a)-[r:DIFFERENT_FROM]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-PUBLISHED_IN-Venue' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Venue {uid: row[1]})
  CREATE (a)-[r:PUBLISHED_IN]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-ABOUT-Topic' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Topic {uid: row[1]})
  CREATE (a)-[r:ABOUT]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-MENTIONS-Phrase' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Phrase {uid: row[1]})
  CREATE (a)-[r:MENTIONS]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-CITES-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:CITES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-CORRECTS-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:CORRECTS]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Document-DESCRIBES-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Document {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:DESCRIBES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Paper-SIMILAR_PAPER-Paper' THEN $rows ELSE [] END AS row
  MATCH (a:Paper {uid: row[0]})
  MATCH (b:Paper {uid: row[1]})
  CREATE (a)-[r:SIMILAR_PAPER]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Topic-BROADER-Topic' THEN $rows ELSE [] END AS row
  MATCH (a:Topic {uid: row[0]})
  MATCH (b:Topic {uid: row[1]})
  CREATE (a)-[r:BROADER]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Phrase-SPELLS-Topic' THEN $rows ELSE [] END AS row
  MATCH (a:Phrase {uid: row[0]})
  MATCH (b:Topic {uid: row[1]})
  CREATE (a)-[r:SPELLS]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Document-DESCRIBES-Venue' THEN $rows ELSE [] END AS row
  MATCH (a:Document {uid: row[0]})
  MATCH (b:Venue {uid: row[1]})
  CREATE (a)-[r:DESCRIBES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Document-DESCRIBES-Institution' THEN $rows ELSE [] END AS row
  MATCH (a:Document {uid: row[0]})
  MATCH (b:Institution {uid: row[1]})
  CREATE (a)-[r:DESCRIBES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
  UNION ALL
  UNWIND CASE $pattern WHEN 'Document-DESCRIBES-Topic' THEN $rows ELSE [] END AS row
  MATCH (a:Document {uid: row[0]})
  MATCH (b:Topic {uid: row[1]})
  CREATE (a)-[r:DESCRIBES]->(b)
  SET r = row[2]
  RETURN count(r) AS written
}
RETURN sum(written) AS written;
