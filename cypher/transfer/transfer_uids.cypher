// name: transfer_uids
// about: The uids of one label in their order, a page at a time: those after one uid and, where a last one is given, up to it.
// params: label: str, after: str, upto: str? = null, limit: int
// returns: uid: str
// mode: read
// internal: yes
CALL () {
  MATCH (n:Author)
  WHERE n.uid > CASE $label WHEN 'Author' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Paper)
  WHERE n.uid > CASE $label WHEN 'Paper' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Topic)
  WHERE n.uid > CASE $label WHEN 'Topic' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Phrase)
  WHERE n.uid > CASE $label WHEN 'Phrase' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Venue)
  WHERE n.uid > CASE $label WHEN 'Venue' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Institution)
  WHERE n.uid > CASE $label WHEN 'Institution' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Document)
  WHERE n.uid > CASE $label WHEN 'Document' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
  UNION ALL
  MATCH (n:Decision)
  WHERE n.uid > CASE $label WHEN 'Decision' THEN $after END AND ($upto IS NULL OR n.uid <= $upto)
  RETURN n.uid AS uid ORDER BY uid LIMIT $limit
}
RETURN uid ORDER BY uid;
