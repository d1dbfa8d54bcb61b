// name: references
// about: What a reference to a paper needs. Only these `uids`, the papers of a person, of a venue (its name in any case,
//   or uid), about a topic (its label in any case, or uid), from a year on or up to one, where these are given; all of them
//   must hold. `authors` and `editors` are a list of {name, kind} in their order, the names as printed; `authors_complete`
//   says whether the list is whole. Of several appearances (`appearances` says of how many) it is the first that is no
//   preprint, and `date` is that of this appearance. `ids` are the paper's, as "scheme:value", `venue_ids` those of the venue
//   (ISSN and others), `series` the ISSN of a series that a conference or book appears in. `languages` are codes of ISO 639
//   where they are known, `url` an address at which a document says that the paper is.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: uids: list? = null, author: author? = null, together: records = [], venue: venue? = null, topic: topic? = null,
//   since: int? = null, until: int? = null, min_score: float = 0.3, limit: count? = null
// returns: uid: str, kind: str?, title: str?, authors: list, editors: list, authors_complete: bool, year: int?, date:
//   str?, venue: str?, venue_kind: str?, venue_ids: list, series: list, volume: str?, issue: str?, pages: str?,
//   article_number: str?, publisher: str?, place: str?, languages: list, url: str?, appearances: int, ids: list,
//   abstract: str?, retracted: bool
// mode: read
CALL () {
  // The papers that count: the named ones, those of the person, of the venue, about the topic, or all.
  WITH 1 AS one WHERE $uids IS NOT NULL
  UNWIND $uids AS uid
  MATCH (paper:Paper {uid: uid})
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $uids IS NULL AND $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $uids IS NULL AND $author IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $uids IS NULL AND $author IS NULL AND $venue IS NULL AND $topic IS NOT NULL
  MATCH (topic:Topic)<-[about:ABOUT]-(paper)
  USING SCAN topic:Topic
  WHERE (about.origin = 'given' OR about.score >= $min_score) AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $uids IS NULL AND $author IS NULL AND $venue IS NULL AND $topic IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper
WHERE ($uids IS NULL OR $author IS NULL
    OR EXISTS { (paper)<-[:WROTE]-(theirs)
      WHERE theirs.person IN COLLECT { MATCH (me:Author) WHERE me.uid IN [$author] + $together RETURN me.person } })
  AND ($venue IS NULL OR $uids IS NULL AND $author IS NULL
    OR EXISTS { (paper)-[:PUBLISHED_IN]->(venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)] })
  AND ($topic IS NULL OR $uids IS NULL AND $author IS NULL AND $venue IS NULL
    OR EXISTS {
      (paper)-[about:ABOUT]->(topic)
      WHERE (about.origin = 'given' OR about.score >= $min_score)
        AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
    })
  AND ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
WITH paper
ORDER BY paper.year DESC, paper.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (paper) {
  // Where it was published, before where it was put beforehand.
  OPTIONAL MATCH (paper)-[seen:PUBLISHED_IN]->(place:Venue)
  WITH seen, place ORDER BY coalesce(seen.kind, '') = 'preprint', seen.year, place.uid
  WITH collect({seen: seen, place: place}) AS all
  RETURN all[0].seen AS seen, all[0].place AS place, size([one IN all WHERE one.seen IS NOT NULL]) AS appearances
}
RETURN paper.uid AS uid, paper.kind AS kind, paper.title AS title,
  COLLECT { MATCH (paper)<-[slot:WROTE]-(who:Author)
    WITH slot, who ORDER BY slot.position, who.uid
    RETURN {name: coalesce(slot.name, who.name), kind: coalesce(slot.kind, who.kind, 'person')} } AS authors,
  COLLECT { MATCH (paper)<-[slot:EDITED]-(who:Author)
    WITH slot, who ORDER BY slot.position, who.uid
    RETURN {name: coalesce(slot.name, who.name), kind: coalesce(slot.kind, who.kind, 'person')} } AS editors,
  coalesce(paper.authors_complete, true) AS authors_complete, coalesce(seen.year, paper.year) AS year,
  // Of a paper in several places its own date is that of the first, which is a preprint as a rule.
  coalesce(seen.date, CASE WHEN appearances < 2 THEN paper.date END) AS date,
  coalesce(seen.name, place.name) AS venue, coalesce(seen.kind, place.kind) AS venue_kind, coalesce(place.ids, []) AS venue_ids,
  coalesce(seen.series, []) AS series,
  seen.volume AS volume, seen.issue AS issue, seen.pages AS pages, seen.article_number AS article_number,
  paper.publisher AS publisher, paper.place AS place, coalesce(paper.languages, []) AS languages, paper.url AS url, appearances,
  coalesce(paper.ids, []) AS ids, paper.abstract AS abstract, coalesce(paper.retracted, false) AS retracted
ORDER BY year DESC, uid;
