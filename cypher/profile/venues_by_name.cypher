// name: venues_by_name
// about: The venues of exactly this name, or uid, in any case: first those whose own name it is (`exact`), then those of which it
//   is another name, an abbreviation or an ISSN.
// params: text: str
// returns: uid: str, name: str, papers: int, exact: bool
// mode: read
WITH toLower(trim($text)) AS called
MATCH (venue:Venue)
WITH venue, called, called IN [toLower(venue.name), toLower(venue.uid)] AS exact
WHERE exact OR any(alias IN coalesce(venue.aliases, []) WHERE toLower(alias) = called)
  OR any(id IN coalesce(venue.ids, []) WHERE toLower(id) IN [called, 'issn:' + called])
RETURN venue.uid AS uid, venue.name AS name, COUNT { (venue)<-[:PUBLISHED_IN]-(:Paper) } AS papers, exact
ORDER BY exact DESC, papers DESC, uid;
