// name: institutions_named
// about: The institutions of exactly this name, or uid, in any case.
// params: text: str
// returns: uid: str, name: str
// mode: read
// internal: yes
WITH toLower(trim($text)) AS called
MATCH (institution:Institution)
WHERE institution.uid = $text OR called IN [toLower(institution.name), toLower(institution.uid)]
RETURN institution.uid AS uid, institution.name AS name
ORDER BY uid;
