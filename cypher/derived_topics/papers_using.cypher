// name: papers_using
// about: The papers that use one of these terms.
// params: terms: list
// returns: uid: str
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE any(term IN p.terms WHERE term IN $terms)
RETURN p.uid AS uid;
