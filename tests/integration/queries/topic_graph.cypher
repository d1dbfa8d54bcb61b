// The graph of the tests of topic questions. Its answers are worked out by hand in the tests.
//
//        year  text      who                           where   about (given, or found with a score)
//   w1   2001  abstract  Ann of Graz                   Tides   gauge 0.6, sea given
//   w2   2002  abstract  A. Lee of Graz, Bo of Lund    Tides   gauge 0.5, melt 0.25
//   w3   2003  title     Ann, Bo                       Ice     melt 0.45
//   w4   2003  title     Ann                                   nothing
//   w5   2004  abstract  Bo of Lund                    Ice     melt 0.7, gauge 0.25, coast given
//   w6   2004  none      Bo                                    nothing
//   w7   2005  abstract  Bo, Ann                               melt 0.8, gauge 0.5 and given
//   w8   –     title     the lab, an organisation      Ice     gauge given
//   w9   2005  title     nobody                        Tides   gauge 0.5
//
// A. Lee is Ann. The coast is narrower than the sea.
UNWIND [
  {uid: 'name:ann lee', name: 'Ann Lee', kind: 'person', person: 'name:ann lee'},
  {uid: 'name:a. lee', name: 'A. Lee', kind: 'person', person: 'name:ann lee'},
  {uid: 'name:bo', name: 'Bo', kind: 'person', person: 'name:bo'},
  {uid: 'name:the lab', name: 'The Lab', kind: 'organisation', person: 'name:the lab'}
] AS author
CREATE (a:Author {name_key: toLower(author.name)})
SET a += author;

UNWIND [
  {uid: 'w1', year: 2001, title: 'One', abstract: 'Of one.'},
  {uid: 'w2', year: 2002, title: 'Two', abstract: 'Of two.'},
  {uid: 'w3', year: 2003, title: 'Three'},
  {uid: 'w4', year: 2003, title: 'Four'},
  {uid: 'w5', year: 2004, title: 'Five', abstract: 'Of five.'},
  {uid: 'w6', year: 2004},
  {uid: 'w7', year: 2005, title: 'Seven', abstract: 'Of seven.'},
  {uid: 'w8', title: 'Eight'},
  {uid: 'w9', year: 2005, title: 'Nine'}
] AS paper
CREATE (p:Paper {authors_complete: true})
SET p += paper;

// Graz is named in two ways, by two records of one organisation.
UNWIND [
  ['institution:graz', 'TU Graz', 'institution:graz', 'AT'], ['institution:tech graz', 'Graz Tech', 'institution:graz', 'AT'],
  ['institution:lund', 'Lund', 'institution:lund', 'SE']
] AS named
CREATE (:Institution {uid: named[0], name: named[1], organisation: named[2], country: named[3]});

UNWIND [
  ['w1', 'name:ann lee', 'institution:graz'], ['w2', 'name:a. lee', 'institution:tech graz'], ['w2', 'name:bo', 'institution:lund'],
  ['w3', 'name:ann lee', null], ['w3', 'name:bo', null], ['w4', 'name:ann lee', null], ['w5', 'name:bo', 'institution:lund'],
  ['w6', 'name:bo', null], ['w7', 'name:bo', null], ['w7', 'name:ann lee', null], ['w8', 'name:the lab', null]
] AS row
MATCH (p:Paper {uid: row[0]})
MATCH (a:Author {uid: row[1]})
CREATE (a)-[w:WROTE {name: a.name}]->(p)
SET w.institutions = CASE WHEN row[2] IS NOT NULL THEN [row[2]] END
WITH a, p, row
MATCH (i:Institution {uid: row[2]})
MERGE (a)-[there:AFFILIATED_WITH]->(i)
SET there.papers = coalesce(there.papers, 0) + 1, there.years = coalesce(there.years, []) + p.year
CREATE (p)-[:WRITTEN_AT {author: a.uid, name: i.name}]->(i);

UNWIND [['venue:tides', 'Tides', ['w1', 'w2', 'w9']], ['venue:ice', 'Ice', ['w3', 'w5', 'w8']]] AS row
CREATE (v:Venue {uid: row[0], name: row[1], kind: 'journal'})
WITH v, row
UNWIND row[2] AS uid
MATCH (p:Paper {uid: uid})
CREATE (p)-[:PUBLISHED_IN {year: p.year}]->(v);

UNWIND [
  ['phrase:tide gauge', 'tide gauge', 'phrase', ['w7', 'w8'], [['w1', 0.6], ['w2', 0.5], ['w5', 0.25], ['w7', 0.5], ['w9', 0.5]]],
  ['phrase:glacier melt', 'glacier melt', 'phrase', [], [['w2', 0.25], ['w3', 0.45], ['w5', 0.7], ['w7', 0.8]]],
  ['keyword:sea', 'Sea', 'keyword', ['w1'], []],
  ['keyword:coast', 'Coast', 'keyword', ['w5'], []]
] AS row
CREATE (t:Topic {uid: row[0], label: row[1], scheme: row[2]})
SET t.spellings = CASE row[1] WHEN 'tide gauge' THEN ['TG'] END
WITH t, [uid IN row[3] | [uid, 'given', null]] + [one IN row[4] | [one[0], 'derived', one[1]]] AS links
UNWIND links AS link
MATCH (p:Paper {uid: link[0]})
CREATE (p)-[:ABOUT {origin: link[1], score: link[2]}]->(t);

MATCH (coast:Topic {uid: 'keyword:coast'}), (sea:Topic {uid: 'keyword:sea'})
CREATE (coast)-[:BROADER]->(sea);
