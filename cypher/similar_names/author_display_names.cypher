// name: author_display_names
// about: The name of every author record that stands for a person.
// returns: uid: str, name: str
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.name IS NOT NULL AND a.kind = 'person'
RETURN a.uid AS uid, a.name AS name;
