// name: name_uses
// about: How many authorships there are under each of these names of people: lists of the name and the number, in one row.
// params: names: list
// returns: names: list
// mode: read
// internal: yes
UNWIND $names AS name
MATCH (who:Author {name_key: name})
USING INDEX SEEK who:Author(name_key)
WHERE coalesce(who.kind, 'person') = 'person'
WITH name, sum(COUNT { (who)-[:WROTE]->() }) AS uses
RETURN collect([name, uses]) AS names;
