// name: create_decisions
// about: Add decisions to the log.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
CREATE (decision:Decision)
SET decision = row;
