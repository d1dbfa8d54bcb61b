// name: author_papers
// about: A person's papers, newest first. `title` is the beginning of the abstract where no document gives a title (`titled`
//   is false then); `position` is the person's place in the author list, null where no document tells it; `authors` are the
//   names as printed, in order, and all of them only where `authors_complete` is true; `retracted` tells a retracted or withdrawn paper.
// params: author: author, together: records = [], limit: count? = null
// returns: uid: str, year: int?, title: str?, titled: bool, kind: str?, venues: list, position: int?, authors: list,
//   authors_complete: bool, retracted: bool, ids: list
// mode: read
MATCH (me:Author)
USING INDEX SEEK me:Author(uid)
WHERE me.uid IN [$author] + $together
MATCH (record:Author {person: me.person})-[wrote:WROTE]->(paper)
USING INDEX SEEK record:Author(person)
WITH paper, min(wrote.position) AS position
RETURN paper.uid AS uid, paper.year AS year, coalesce(paper.title, paper.caption) AS title, paper.title IS NOT NULL AS titled,
  paper.kind AS kind,
  COLLECT {
    MATCH (paper)-[published:PUBLISHED_IN]->(venue)
    WITH venue, min(published.year) AS year ORDER BY year, venue.name, venue.uid
    RETURN venue.name
  } AS venues,
  position,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(author)
    RETURN coalesce(slot.name, author.name) ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid
  } AS authors,
  coalesce(paper.authors_complete, true) AS authors_complete, coalesce(paper.retracted, false) AS retracted,
  coalesce(paper.ids, []) AS ids
ORDER BY coalesce(year, -1) DESC, title, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
