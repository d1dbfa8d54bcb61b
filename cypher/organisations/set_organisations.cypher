// name: set_organisations
// about: Write which organisations institutions are, where, and what they are called. What the record that stands for an organisation is called by itself is
//   kept where that is another name, and is one of its other names then.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (i:Institution {uid: row.uid})
WITH i, row, coalesce(i.said_name, i.name) AS said
WITH i, row, said, row.name <> said AS differs, [alias IN coalesce(i.aliases, []) WHERE alias <> said] AS others
SET i.organisation = row.organisation, i.country = row.country, i.name = row.name,
  i.said_name = CASE WHEN differs THEN said END,
  i.aliases = CASE WHEN differs THEN [said] + others WHEN others <> [] THEN others END;
