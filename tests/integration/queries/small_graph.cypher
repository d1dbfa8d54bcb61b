// The small graph of the query tests. Its answers are worked out by hand in the tests.
//
//   p1 2018  Ana Ruiz, Bo Li                      ICML 2018, arXiv 2017
//   p2 2019  A. Ruiz, Bo Li, Cy Young             ICML 2019
//   p3 2020  Ana Ruiz, Cy Young, Atlas (an organisation), Hal Fox (editor)
//   p4 2021  Ana Ruiz, A. Ruiz, Di Prince …       the list is truncated, and one person stands in it twice
//   p5 2015  Di Prince, Ed Stone                  a venue of unknown kind
//   p6 –     Bo Li                                no year, no title
//   p7 2016  Gus Hall                             nobody else
//   p8 2022  Fay Moss, A. Ruiz
//   p9 2023  Ana Ruiz, Ida West
//   q1 2017  Zheng Xu, Tom Gold, Cy Young
//   q2 2020  Zheng Xu 0002, Tom Gold, Bo Li
//   r1 2020  Al Kim, Albert Kim, Jo Park
//   r2 2020  Joe Park, Albert Kim
//   m1 2019, m2 2020  Mo Chen, Cy Young           networks
//   m3 2021  Mo Chen                              networks, the other authors unknown
//   m4, m5 2022  Mo Chen                          social media, the other authors unknown
//   m6 2022  Mo Chen                              citations, the other authors unknown
UNWIND [
  {uid: 'name:ana ruiz', name: 'Ana Ruiz', name_forms: ['Ana Ruiz'], person: 'name:ana ruiz'},
  {uid: 'name:a. ruiz', name: 'A. Ruiz', name_forms: ['A. Ruiz', 'A Ruiz'], person: 'name:ana ruiz'},
  {uid: 'orcid:1', name: 'Bo Li', orcid: '1', ids: ['orcid:1'], person: 'orcid:1'},
  {uid: 'orcid:2', name: 'Bo Li', orcid: '2', ids: ['orcid:2'], person: 'orcid:2'},
  {uid: 'name:cy young', name: 'Cy Young', person: 'name:cy young'},
  {uid: 'name:atlas', name: 'Atlas', kind: 'organisation', person: 'name:atlas'},
  {uid: 'name:hal fox', name: 'Hal Fox', person: 'name:hal fox'},
  {uid: 'name:di prince', name: 'Di Prince', person: 'name:di prince'},
  {uid: 'name:ed stone', name: 'Ed Stone', person: 'name:ed stone'},
  {uid: 'name:fay moss', name: 'Fay Moss', person: 'name:fay moss'},
  {uid: 'name:gus hall', name: 'Gus Hall', person: 'name:gus hall'},
  {uid: 'name:ida west', name: 'Ida West', person: 'name:ida west'},
  {uid: 'name:zheng xu', name: 'Zheng Xu', person: 'name:zheng xu'},
  {uid: 'name:zheng xu 0002', name: 'Zheng Xu 0002', number: '0002', person: 'name:zheng xu 0002'},
  {uid: 'name:tom gold', name: 'Tom Gold', person: 'name:tom gold'},
  {uid: 'name:al kim', name: 'Al Kim', person: 'name:al kim'},
  {uid: 'name:albert kim', name: 'Albert Kim', person: 'name:albert kim'},
  {uid: 'name:jo park', name: 'Jo Park', person: 'name:jo park'},
  {uid: 'name:joe park', name: 'Joe Park', person: 'name:joe park'},
  {uid: 'name:mo chen', name: 'Mo Chen', person: 'name:mo chen'}
] AS author
CREATE (a:Author {name_key: toLower(author.name), kind: 'person'})
SET a += author;

UNWIND [
  {uid: 'p1', year: 2018, title: 'Deep Nets', abstract: 'On deep nets.', kind: 'conference', ids: ['doi:10.1/1'], doi: '10.1/1',
    retracted: true},
  {uid: 'p2', year: 2019, title: 'Deeper Nets'},
  {uid: 'p3', year: 2020, title: 'Nets at CERN'},
  {uid: 'p4', year: 2021, title: 'Maps', authors_complete: false},
  {uid: 'p5', year: 2015, title: 'Old Maps'},
  {uid: 'p6', caption: 'We look into …', abstract: 'We look into things.'},
  {uid: 'p7', year: 2016, title: 'Alone'},
  {uid: 'p8', year: 2022, title: 'Mosses'},
  {uid: 'p9', year: 2023, title: 'The West'},
  {uid: 'q1', year: 2017, title: 'Quantized'},
  {uid: 'q2', year: 2020, title: 'Confused'},
  {uid: 'r1', year: 2020, title: 'Kim and Kim'},
  {uid: 'r2', year: 2020, title: 'Parks'},
  {uid: 'm1', year: 2019, title: 'Networks I'},
  {uid: 'm2', year: 2020, title: 'Networks II'},
  {uid: 'm3', year: 2021, title: 'Networks III', authors_complete: false},
  {uid: 'm4', year: 2022, title: 'Influencers', authors_complete: false},
  {uid: 'm5', year: 2022, title: 'Politicians', authors_complete: false},
  {uid: 'm6', year: 2022, title: 'Citations', authors_complete: false}
] AS paper
CREATE (p:Paper {authors_complete: true, caption: paper.title})
SET p += paper;

UNWIND [
  ['p1', 'name:ana ruiz', 'orcid:1'],
  ['p2', 'name:a. ruiz', 'orcid:1', 'name:cy young'],
  ['p3', 'name:ana ruiz', 'name:cy young', 'name:atlas', 'name:hal fox'],
  ['p4', 'name:ana ruiz', 'name:a. ruiz', 'name:di prince'],
  ['p5', 'name:di prince', 'name:ed stone'],
  ['p6', 'orcid:1'],
  ['p7', 'name:gus hall'],
  ['p8', 'name:fay moss', 'name:a. ruiz'],
  ['p9', 'name:ana ruiz', 'name:ida west'],
  ['q1', 'name:zheng xu', 'name:tom gold', 'name:cy young'],
  ['q2', 'name:zheng xu 0002', 'name:tom gold', 'orcid:1'],
  ['r1', 'name:al kim', 'name:albert kim', 'name:jo park'],
  ['r2', 'name:joe park', 'name:albert kim'],
  ['m1', 'name:mo chen', 'name:cy young'],
  ['m2', 'name:mo chen', 'name:cy young']
] AS row
UNWIND range(1, size(row) - 1) AS position
MATCH (p:Paper {uid: row[0]})
MATCH (a:Author {uid: row[position]})
CREATE (a)-[w:WROTE {position: position, name: a.name, names: [a.name]}]->(p)
SET w.role = CASE WHEN a.name = 'Hal Fox' THEN 'editor' ELSE 'author' END,
    w.affiliation = CASE WHEN a.name = 'Ana Ruiz' AND p.uid = 'p1' THEN 'University of Graz' END;

UNWIND ['m3', 'm4', 'm5', 'm6'] AS uid
MATCH (p:Paper {uid: uid})
MATCH (a:Author {uid: 'name:mo chen'})
CREATE (a)-[:WROTE {name: a.name, names: [a.name], role: 'author', part: toInteger(substring(uid, 1)) - 2}]->(p);

UNWIND [
  {uid: 'venue:icml', name: 'ICML', kind: 'conference', papers: [['p1', 2018], ['p2', 2019]]},
  {uid: 'venue:arxiv', name: 'arXiv', kind: 'preprint', papers: [['p1', 2017]]},
  {uid: 'venue:somewhere', name: 'Somewhere', papers: [['p5', 2015]]}
] AS row
CREATE (v:Venue {uid: row.uid, name: row.name, kind: row.kind})
WITH v, row
UNWIND row.papers AS appearance
MATCH (p:Paper {uid: appearance[0]})
CREATE (p)-[:PUBLISHED_IN {year: appearance[1], kind: row.kind}]->(v);

UNWIND [
  {uid: 'arxiv:cs.LG', label: 'Machine Learning', scheme: 'arxiv', given: ['p1', 'p2', 'p4'], derived: []},
  {uid: 'phrase:nets', label: 'nets', scheme: 'phrase', given: ['p1'], derived: ['p1', 'p2', 'p3']},
  {uid: 'phrase:network', label: 'network', scheme: 'phrase', given: [], derived: ['m1', 'm2', 'm3']},
  {uid: 'phrase:training', label: 'training', scheme: 'phrase', given: [], derived: ['m1', 'm2', 'm3']},
  {uid: 'phrase:social media', label: 'social media', scheme: 'phrase', given: [], derived: ['m4', 'm5']},
  {uid: 'phrase:citation', label: 'citation', scheme: 'phrase', given: [], derived: ['m6']}
] AS row
CREATE (t:Topic {uid: row.uid, label: row.label, scheme: row.scheme})
WITH t, [uid IN row.given | [uid, 'given']] + [uid IN row.derived | [uid, 'derived']] AS links
UNWIND links AS link
MATCH (p:Paper {uid: link[0]})
CREATE (p)-[:ABOUT {origin: link[1], score: 1.0}]->(t);

MATCH (t:Topic {scheme: 'phrase'})<-[:ABOUT {origin: 'derived'}]-(p:Paper)
WITH t, collect(p) AS papers
CREATE (f:Phrase {uid: t.uid, label: t.label, code: t.label})-[:SPELLS]->(t)
WITH f, papers
UNWIND papers AS p
CREATE (p)-[:MENTIONS {label: f.label, score: 1.0}]->(f);

UNWIND [
  ['name:a. ruiz', 'SAME_AS', 'name:ana ruiz'],
  ['name:jo park', 'DIFFERENT_FROM', 'name:joe park'],
  ['name:zheng xu', 'SIMILAR_NAME', 'name:zheng xu 0002'],
  ['name:a. ruiz', 'SIMILAR_NAME', 'name:ana ruiz'],
  ['orcid:1', 'SIMILAR_NAME', 'orcid:2'],
  ['name:ed stone', 'SIMILAR_NAME', 'name:fay moss'],
  ['name:al kim', 'SIMILAR_NAME', 'name:albert kim'],
  ['name:jo park', 'SIMILAR_NAME', 'name:joe park']
] AS row
MATCH (a:Author {uid: row[0]})
MATCH (b:Author {uid: row[2]})
CREATE (a)-[r:$(row[1])]->(b)
SET r += CASE row[1] WHEN 'SIMILAR_NAME' THEN {score: 0.9, reasons: ['a test']} ELSE {by: 'a test', reason: 'a test'} END;

MATCH (p1:Paper {uid: 'p1'}), (p2:Paper {uid: 'p2'}), (p3:Paper {uid: 'p3'}), (ana:Author {uid: 'name:ana ruiz'})
CREATE (p1)-[:SIMILAR_PAPER {score: 0.4, reasons: ['similar titles']}]->(p2),
  (one:Document {uid: 'document:1', location: 'ana.txt', format: 'researcher_profile', source: 'BZPEER', about: 'Ana Ruiz',
    sha256: 's1', loaded_at: '2026-01-01T00:00:00Z', complete: true, confirmed: true, read: 2, rejected: 0, declared_papers: 2,
    trust: 'high'}),
  (two:Document {uid: 'document:2', location: 'list.txt', format: 'paper_list', source: 'list', sha256: 's2', complete: false,
    confirmed: false, read: 1, rejected: 3}),
  (one)-[:DESCRIBES {record: -1}]->(ana),
  (one)-[:DESCRIBES {record: 0}]->(p1),
  (one)-[:DESCRIBES {record: 1}]->(p2),
  (two)-[:DESCRIBES {record: 0, corrects: 'title:a work that nobody loaded'}]->(p3),
  (p2)-[:CITES]->(p1),
  (p2)-[:CORRECTS {kind: 'erratum', by: 'title'}]->(p1),
  (ana)-[:AFFILIATED_WITH]->(:Institution {uid: 'institution:graz', name: 'TU Graz', organisation: 'institution:graz', country: 'AT'});
