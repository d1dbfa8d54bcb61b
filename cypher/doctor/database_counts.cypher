// name: database_counts
// about: How many nodes and relationships the database holds in all, whoever wrote them.
// returns: nodes: int, relationships: int, states: int
// mode: read
// internal: yes
RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships, COUNT { (:GraphState) } AS states;
