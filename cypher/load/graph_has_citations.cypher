// name: graph_has_citations
// about: One row if any document gives citations, none otherwise.
// returns: found: bool
// mode: read
// internal: yes
CALL db.index.fulltext.queryRelationships('citations', '*:*', {limit: 1}) YIELD relationship
RETURN true AS found;
