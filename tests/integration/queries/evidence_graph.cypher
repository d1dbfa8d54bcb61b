// The graph of the tests of identity evidence. Its measures are worked out by hand in the tests.
//
//   A. Berg       a1 2010 Cleo Dahl, Emil Falk  Jolly Letters, tides, moss  oslo, simula
//                 a2 2012 Emil Falk             arXiv
//   Ada Berg      b1 2014 Cleo Dahl             Jolly Letters, arXiv, tides  oslo
//                 b2 2015 Gro Holm
//   Ida Lund      c1 2010 Nils Orr, Per Quist; Nils Orr is on y1 with Rut Sand
//   Ida M. Lund   d1 Rut Sand, Tor Ulv; d2 Uma Vik; of unknown year
//   Ola Wik       e1 2001 Nils Orr              bergen
//   Ola Wiik      f1 2001 Gro Holm              tromso
//   Bo Rask, and B. Rask, who is the same person   g1, g2 2005 alone, g3 2005 Kjell Moe
//   Bo Raskov     h1 2005 alone
//   Kim Lee       k1 2001 Moe Nash              Jolly Letters, moss  rome
//                 k2 2002 Moe Nash, Pia Roy
//                 k3 2003 Pia Roy
//                 k4 2010 Sid Toll              moss  rome, lima
//                 k5 2011 Sid Toll              Atlas, an organisation, as on k1
//                 k6 2011 nobody else
//                 in three groups: k1, k2, k3, the main one; k4, k5; k6
//   x1 2000 Cleo Dahl, Kjell Moe  Jolly Letters;  z1 2000 Sid Toll, Moe Nash
UNWIND [
  ['A. Berg', 'berg', 'a'], ['Ada Berg', 'berg', 'ada'], ['Adam Kern', 'kern', 'adam'], ['Cleo Dahl', 'dahl', 'cleo'],
  ['Emil Falk', 'falk', 'emil'], ['Gro Holm', 'holm', 'gro'], ['Ida Lund', 'lund', 'ida'], ['Ida M. Lund', 'lund', 'idam'],
  ['Nils Orr', 'orr', 'nils'], ['Per Quist', 'quist', 'per'], ['Rut Sand', 'sand', 'rut'], ['Tor Ulv', 'ulv', 'tor'],
  ['Uma Vik', 'vik', 'uma'], ['Ola Wik', 'wik', 'ola'], ['Ola Wiik', 'wiik', 'ola'], ['Bo Rask', 'rask', 'bo'],
  ['B. Rask', 'rask', 'b'], ['Bo Raskov', 'raskov', 'bo'], ['Kim Lee', 'lee', 'kim'], ['Moe Nash', 'nash', 'moe'],
  ['Pia Roy', 'roy', 'pia'], ['Sid Toll', 'toll', 'sid'], ['Kjell Moe', 'moe', 'kjell'], ['Kim Moe', 'moe', 'kim'],
  ['Atlas', 'berg', 'atlas']
] AS row
CREATE (:Author {uid: 'name:' + toLower(row[0]), name: row[0], name_key: toLower(row[0]), family_key: row[1], given_key: row[2],
  kind: CASE row[0] WHEN 'Atlas' THEN 'organisation' ELSE 'person' END,
  person: CASE row[0] WHEN 'B. Rask' THEN 'name:bo rask' ELSE 'name:' + toLower(row[0]) END});

UNWIND [
  {uid: 'a1', year: 2010, by: ['a. berg', 'cleo dahl', 'emil falk'], words: ['oslo', 'simula']},
  {uid: 'a2', year: 2012, by: ['a. berg', 'emil falk']},
  {uid: 'b1', year: 2014, by: ['ada berg', 'cleo dahl'], words: ['oslo']},
  {uid: 'b2', year: 2015, by: ['ada berg', 'gro holm']},
  {uid: 'c1', year: 2010, by: ['ida lund', 'nils orr', 'per quist']},
  {uid: 'd1', by: ['ida m. lund', 'rut sand', 'tor ulv']},
  {uid: 'd2', by: ['ida m. lund', 'uma vik']},
  {uid: 'y1', year: 2000, by: ['nils orr', 'rut sand']},
  {uid: 'e1', year: 2001, by: ['ola wik', 'nils orr'], words: ['bergen']},
  {uid: 'f1', year: 2001, by: ['ola wiik', 'gro holm'], words: ['tromso']},
  {uid: 'g1', year: 2005, by: ['bo rask']},
  {uid: 'g2', year: 2005, by: ['b. rask']},
  {uid: 'g3', year: 2005, by: ['b. rask', 'kjell moe']},
  {uid: 'h1', year: 2005, by: ['bo raskov']},
  {uid: 'k1', year: 2001, by: ['kim lee', 'moe nash', 'atlas'], words: ['rome']},
  {uid: 'k2', year: 2002, by: ['kim lee', 'moe nash', 'pia roy']},
  {uid: 'k3', year: 2003, by: ['kim lee', 'pia roy']},
  {uid: 'k4', year: 2010, by: ['kim lee', 'sid toll'], words: ['lima', 'rome']},
  {uid: 'k5', year: 2011, by: ['kim lee', 'sid toll', 'atlas']},
  {uid: 'k6', year: 2011, by: ['kim lee']},
  {uid: 'x1', year: 2000, by: ['cleo dahl', 'kjell moe']},
  {uid: 'z1', year: 2000, by: ['sid toll', 'moe nash']}
] AS row
CREATE (p:Paper {uid: row.uid, title: 'Paper ' + row.uid, caption: 'Paper ' + row.uid, year: row.year, authors_complete: true})
WITH p, row
UNWIND range(0, size(row.by) - 1) AS place
MATCH (a:Author {uid: 'name:' + row.by[place]})
CREATE (a)-[:WROTE {position: place + 1, name: a.name, names: [a.name], role: 'author', words: CASE place WHEN 0 THEN row.words END,
  part: CASE WHEN place = 0 AND row.uid IN ['k4', 'k5'] THEN 1 WHEN place = 0 AND row.uid = 'k6' THEN 2 END}]->(p);

UNWIND [
  {uid: 'venue:jolly letters', name: 'Jolly Letters', kind: 'journal', papers: ['a1', 'b1', 'x1', 'k1']},
  {uid: 'venue:arxiv', name: 'arXiv', kind: 'preprint', papers: ['a2', 'b1']}
] AS row
CREATE (v:Venue {uid: row.uid, name: row.name, kind: row.kind})
WITH v, row
MATCH (p:Paper) WHERE p.uid IN row.papers
CREATE (p)-[:PUBLISHED_IN {year: p.year, kind: row.kind}]->(v);

UNWIND [
  {uid: 'phrase:tides', label: 'tides', papers: ['a1', 'b1']},
  {uid: 'phrase:moss', label: 'moss', papers: ['a1', 'k1', 'k4']}
] AS row
CREATE (f:Phrase {uid: row.uid, label: row.label})
WITH f, row
MATCH (p:Paper) WHERE p.uid IN row.papers
CREATE (p)-[:MENTIONS {label: row.label, score: 1.0}]->(f);

UNWIND [
  ['a. berg', 'ada berg', 0.6, 'initial', 'A. may stand for Ada'],
  ['ida lund', 'ida m. lund', 0.8, 'middle', 'M. is left out'],
  ['ola wiik', 'ola wik', 0.5, 'letter', 'one letter differs'],
  ['adam kern', 'ola wik', 0.5, null, 'nothing to compare'],
  ['b. rask', 'bo raskov', 0.5, 'initial', 'B. may stand for Bo'],
  ['bo rask', 'bo raskov', 0.7, 'letter', 'two letters differ'],
  ['bo rask', 'kim moe', 0.9, 'same', 'a test'],
  ['bo rask', 'kjell moe', 0.9, 'same', 'a test'],
  ['bo rask', 'emil falk', 0.9, 'same', 'a test']
] AS row
MATCH (a:Author {uid: 'name:' + row[0]}), (b:Author {uid: 'name:' + row[1]})
CREATE (a)-[:SIMILAR_NAME {score: row[2], kind: row[3], reasons: [row[4]]}]->(b);

MATCH (a:Author {uid: 'name:b. rask'}), (b:Author {uid: 'name:bo rask'}), (c:Author {uid: 'name:kim moe'}), (d:Author {uid: 'name:emil falk'})
SET a.orcid = '1', d.orcid = '2'
CREATE (a)-[:SAME_AS {by: 'a test', reason: 'a test'}]->(b), (a)-[:DIFFERENT_FROM {by: 'a test', reason: 'a test'}]->(c);
