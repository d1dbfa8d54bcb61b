// name: set_grouping_steps
// about: Write within which steps of the counts of names these author records are grouped as they are. A row has `steps`: of the family
//   name, the given name, and all records each the least and the greatest; null where nothing is grouped.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (record:Author {uid: row.uid})
SET record.grouped_names = row.steps[0..4], record.grouped_among_from = row.steps[4], record.grouped_among_to = row.steps[5];
