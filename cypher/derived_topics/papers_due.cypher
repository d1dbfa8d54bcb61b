// name: papers_due
// about: The papers that wait for their topics: lists of uid and terms.
// returns: papers: list
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE p.topics_due > 0
RETURN collect([p.uid, coalesce(p.terms, [])]) AS papers;
