// name: graph_has_untitled_papers
// about: One row if any document describes a work without giving its title, none otherwise.
// returns: found: bool
// mode: read
// internal: yes
MATCH ()-[d:DESCRIBES]->(:Paper)
WHERE d.untitled_sketch IS NOT NULL
RETURN true AS found
LIMIT 1;
