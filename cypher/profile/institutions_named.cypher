// name: institutions_named
// about: The institutions of exactly this name, or uid, in any case; where there are none, those that have it among their other names.
// params: text: str
// returns: uid: str, name: str, organisation: str
// mode: read
// internal: yes
WITH toLower(trim($text)) AS called
CALL (called) {
  MATCH (institution:Institution)
  WHERE institution.uid = $text OR called IN [toLower(institution.name), toLower(institution.uid)]
  RETURN collect(institution) AS exact
}
CALL (called, exact) {
  UNWIND exact AS institution
  RETURN institution
  UNION ALL
  WITH called WHERE exact = []
  MATCH (institution:Institution)
  WHERE called IN [alias IN institution.aliases | toLower(alias)]
  RETURN institution
}
RETURN institution.uid AS uid, institution.name AS name, institution.organisation AS organisation
ORDER BY uid;
