// name: set_groupings
// about: Write how the authorships of these author records are grouped. A row has `parts`, the number of the group by the element id of
//   each authorship that is not of the main group, and the priors for which the groups are these.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (record:Author {uid: row.uid})
SET record.grouped_from = row.low, record.grouped_below = row.high
WITH record, row
MATCH (record)-[wrote:WROTE]->()
WITH wrote, row.parts[elementId(wrote)] AS part
WHERE coalesce(wrote.part, 0) <> coalesce(part, 0)
SET wrote.part = part;
