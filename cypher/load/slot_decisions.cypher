// name: slot_decisions
// about: The decisions that hold about authorships, in the order they were made. Logs that were written earlier call them split and keep.
// params:
// returns: uid: str, number: int, action: str, by: str, at: str, records: list, slots: list
// mode: read
// internal: yes
MATCH (decision:Decision)
WHERE decision.action IN ['reassign', 'confirm', 'split', 'keep'] AND NOT EXISTS { (:Decision {undoes: decision.uid}) }
RETURN decision.uid AS uid, decision.number AS number, decision.action AS action, decision.by AS by, decision.at AS at,
  decision.records AS records, decision.slots AS slots
ORDER BY number, uid;
