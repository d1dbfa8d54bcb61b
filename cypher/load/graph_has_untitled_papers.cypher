// name: graph_has_untitled_papers
// about: One row if any document describes a work without giving its title, none otherwise.
// returns: found: bool
// mode: read
// internal: yes
CALL db.index.fulltext.queryRelationships('untitled_sketches', '*:*', {limit: 1}) YIELD relationship
RETURN true AS found;
