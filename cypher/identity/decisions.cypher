// name: decisions
// about: The log: every decision of a person about author records, in the order they were made. `records` are what it was about: of a
//   `reassign` the record that lost papers and the one that got them; `names` what they were called; `papers` the titles moved or
//   confirmed. Actions that were written as split and keep by earlier versions come as `reassign` and `confirm`.
//   `undone_by` is the number of the decision that undid it. `slots` and `evidence` are JSON, one authorship and one piece each.
//   `uids` leaves all decisions but these out.
// params: uids: list? = null
// returns: number: int, uid: str, action: str, by: str, at: str, records: list, names: list, papers: list, reason: str?, probability:
//   float?, undoes: str?, undone_by: int?, slots: list, evidence: list
// mode: read
MATCH (decision:Decision)
WHERE $uids IS NULL OR decision.uid IN $uids
OPTIONAL MATCH (undo:Decision {undoes: decision.uid})
RETURN decision.number AS number, decision.uid AS uid,
  CASE decision.action WHEN 'split' THEN 'reassign' WHEN 'keep' THEN 'confirm' ELSE decision.action END AS action, decision.by AS by, decision.at AS at,
  coalesce(decision.records, []) AS records, coalesce(decision.names, []) AS names, coalesce(decision.papers, []) AS papers,
  decision.reason AS reason, decision.probability AS probability, decision.undoes AS undoes, undo.number AS undone_by,
  coalesce(decision.slots, []) AS slots, coalesce(decision.evidence, []) AS evidence
ORDER BY number, uid;
