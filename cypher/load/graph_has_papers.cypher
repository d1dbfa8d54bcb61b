// name: graph_has_papers
// about: One row if there is any paper, none otherwise.
// returns: uid: str
// mode: read
// internal: yes
MATCH (p:Paper)
RETURN p.uid AS uid
LIMIT 1;
