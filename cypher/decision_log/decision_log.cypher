// name: decision_log
// about: The whole log as far as it says what holds: without what people saw when they decided
//   (for an undoing, `evidence` is the decision that it undid, in words).
// params:
// returns: uid: str, number: int, action: str, by: str, at: str, records: list, slots: list, undoes: str?, reason: str?,
//   evidence: list
// mode: read
// internal: yes
MATCH (decision:Decision)
RETURN decision.uid AS uid, decision.number AS number, decision.action AS action, decision.by AS by, decision.at AS at,
  decision.records AS records, decision.slots AS slots, decision.undoes AS undoes, decision.reason AS reason,
  CASE WHEN decision.action = 'undo' THEN decision.evidence ELSE [] END AS evidence
ORDER BY number, uid;
