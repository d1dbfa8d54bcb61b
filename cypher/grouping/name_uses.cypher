// name: name_uses
// about: How many authorships there are under each of these names of people.
// params: names: list
// returns: name: str, uses: int
// mode: read
// internal: yes
UNWIND $names AS name
MATCH (who:Author {name_key: name})
USING INDEX SEEK who:Author(name_key)
WHERE coalesce(who.kind, 'person') = 'person'
RETURN name, sum(COUNT { (who)-[:WROTE]->() }) AS uses;
