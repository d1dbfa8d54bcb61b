// name: merge_evidence
// about: Conclusive evidence that these author records and others are one person: the same ORCID,
//   ids of two schemes on one slot, or an id that its own scheme merged into another. `bearing` are {uid, holder}: `holder` bears
//   the uid as an id.
// params: uids: list, bearing: list
// returns: a: str, b: str, by: str, reason: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
WHERE a.orcid IS NOT NULL
MATCH (b:Author {orcid: a.orcid})
WHERE b <> a
RETURN a.uid AS a, b.uid AS b, 'rule' AS by, 'same ORCID ' + a.orcid AS reason
UNION
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[w:WROTE|EDITED]->(p:Paper)
WHERE size(w.ids) > 1
UNWIND w.ids AS id
WITH a, id, min(p.uid) AS paper
WHERE id <> a.uid
MATCH (b:Author {uid: id})
RETURN a.uid AS a, b.uid AS b, 'rule' AS by, 'both ids stand on one slot of ' + paper AS reason
UNION
UNWIND $bearing AS row
MATCH (a:Author {uid: row.holder})
MATCH (b:Author {uid: row.uid})
MATCH (a)-[w:WROTE|EDITED]->(p:Paper)
WHERE row.uid IN w.ids
RETURN a.uid AS a, b.uid AS b, 'rule' AS by, 'both ids stand on one slot of ' + min(p.uid) AS reason
UNION
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
UNWIND coalesce(a.replaces, []) AS id
MATCH (b:Author {uid: id})
RETURN a.uid AS a, b.uid AS b, 'rule' AS by, id + ' was merged into ' + a.uid AS reason
UNION
UNWIND $bearing AS row
MATCH (a:Author {uid: row.holder})
WHERE row.uid IN a.replaces
MATCH (b:Author {uid: row.uid})
RETURN a.uid AS a, b.uid AS b, 'rule' AS by, row.uid + ' was merged into ' + a.uid AS reason;
