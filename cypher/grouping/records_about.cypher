// name: records_about
// about: The author records with two authorships or more on papers about one of these topics, or with one of these phrases, or published in one of these venues.
// params: topics: list, venues: list
// returns: uid: str
// mode: read
// internal: yes
CALL () {
  UNWIND $topics AS uid
  MATCH (topic:Topic {uid: uid})<-[:ABOUT {origin: 'given'}]-(paper)<-[:WROTE]-(record)
  WITH topic, record, count(*) AS papers WHERE papers > 1
  RETURN record
  UNION
  UNWIND $topics AS uid
  MATCH (topic:Phrase {uid: uid})<-[:MENTIONS]-(paper)<-[:WROTE]-(record)
  WITH topic, record, count(*) AS papers WHERE papers > 1
  RETURN record
  UNION
  UNWIND $venues AS uid
  MATCH (venue:Venue {uid: uid})<-[:PUBLISHED_IN]-(paper)<-[:WROTE]-(record)
  WITH venue, record, count(*) AS papers WHERE papers > 1
  RETURN record
}
RETURN record.uid AS uid;
