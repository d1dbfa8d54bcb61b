// The graph of the tests of citations. Its answers are worked out by hand in the tests.
//
//        year  who              where   about   OpenAlex, May   OpenAlex, June   Crossref, April   cited here by
//   c1   2001  Ada              Ants    nests       10              12                9             c3, c4, c5
//   c2   2002  Ada              Ants    nests        3               –                5             c4
//   c3   2003  A. Berg, Bo      Bees                 2               1 and 4          –
//   c4   2004  Ada                                   –               0                –             c5
//   c5   –     Ada              Bees                 –               –                –
//   c6   2004  Bo               Ants                 –               –                7
//
// A. Berg is Ada. June describes c3 twice, as two versions. A list that counts nothing describes c5. Another document of OpenAlex, with
// 8 for c1 and 1 for c2, was loaded last, and says that it was exported long before.
UNWIND [
  {uid: 'name:ada berg', name: 'Ada Berg', person: 'name:ada berg'},
  {uid: 'name:a. berg', name: 'A. Berg', person: 'name:ada berg'},
  {uid: 'name:bo', name: 'Bo', person: 'name:bo'}
] AS author
CREATE (a:Author {name_key: toLower(author.name), kind: 'person'})
SET a += author;

UNWIND [
  {uid: 'c1', year: 2001, title: 'One'},
  {uid: 'c2', year: 2002, title: 'Two'},
  {uid: 'c3', year: 2003, title: 'Three'},
  {uid: 'c4', year: 2004, title: 'Four'},
  {uid: 'c5', caption: 'Of five …'},
  {uid: 'c6', year: 2004, title: 'Six'}
] AS paper
CREATE (p:Paper {authors_complete: true})
SET p += paper;

UNWIND [
  ['c1', 'name:ada berg'], ['c2', 'name:ada berg'], ['c3', 'name:a. berg'], ['c3', 'name:bo'], ['c4', 'name:ada berg'],
  ['c5', 'name:ada berg'], ['c6', 'name:bo']
] AS row
MATCH (p:Paper {uid: row[0]}), (a:Author {uid: row[1]})
CREATE (a)-[w:WROTE {name: a.name}]->(p)
SET w.institutions = CASE WHEN p.uid = 'c1' THEN ['institution:graz'] END;

MATCH (a:Author {uid: 'name:ada berg'})
MATCH (p:Paper {uid: 'c1'})
CREATE (a)-[:AFFILIATED_WITH {papers: 1}]->(i:Institution {uid: 'institution:graz', name: 'TU Graz', organisation: 'institution:graz'}),
  (p)-[:WRITTEN_AT {author: a.uid, name: i.name}]->(i);

UNWIND [['venue:ants', 'Ants', ['c1', 'c2', 'c6']], ['venue:bees', 'Bees', ['c3', 'c5']]] AS row
CREATE (v:Venue {uid: row[0], name: row[1], kind: 'journal'})
WITH v, row
UNWIND row[2] AS uid
MATCH (p:Paper {uid: uid})
CREATE (p)-[:PUBLISHED_IN {year: p.year}]->(v);

CREATE (t:Topic {uid: 'keyword:nests', label: 'Nests', scheme: 'keyword'})
WITH t
UNWIND ['c1', 'c2'] AS uid
MATCH (p:Paper {uid: uid})
CREATE (p)-[:ABOUT {origin: 'given'}]->(t);

UNWIND [['c3', 'c1'], ['c4', 'c1'], ['c5', 'c1'], ['c4', 'c2'], ['c5', 'c4']] AS row
MATCH (citing:Paper {uid: row[0]}), (cited:Paper {uid: row[1]})
CREATE (citing)-[:CITES]->(cited);

UNWIND [
  ['may', 'OpenAlex', '2026-05-01T00:00:00+00:00', [['c1', 10], ['c2', 3], ['c3', 2]]],
  ['june', 'OpenAlex', '2026-06-01T00:00:00+00:00', [['c1', 12], ['c3', 1], ['c3', 4], ['c4', 0], ['c2', null]]],
  ['april', 'Crossref', '2026-04-01T00:00:00+00:00', [['c1', 9], ['c2', 5], ['c6', 7]]],
  ['list', 'BibTeX file', '2026-07-01T00:00:00+00:00', [['c5', null]]],
  ['old', 'OpenAlex', '2026-08-01T00:00:00+00:00', [['c1', 8], ['c2', 1]]]
] AS row
CREATE (d:Document {uid: 'document:' + row[0], location: row[0], source: row[1], loaded_at: row[2]})
WITH d, row
UNWIND range(0, size(row[3]) - 1) AS record
MATCH (p:Paper {uid: row[3][record][0]})
CREATE (d)-[s:DESCRIBES {record: record}]->(p)
SET s.cited_by = row[3][record][1];

MATCH (old:Document {location: 'old'})
SET old.exported = '2025-12-31';
