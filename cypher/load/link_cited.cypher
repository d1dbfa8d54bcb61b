// name: link_cited
// about: Tie papers to those of the graph that they cite. `cites` holds, for each property of DESCRIBES with an identifier, a list of
//   {paper, value}: the citing paper's uid and the identifier of the cited one.
// params: cites: map
// returns:
// mode: write
CALL () {
  UNWIND $cites.doi AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {doi: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.arxiv_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {arxiv_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.acl_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {acl_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.pmid AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {pmid: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.pmcid AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {pmcid: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.dblp_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {dblp_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.openalex_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {openalex_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.s2_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {s2_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.s2_corpus_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {s2_corpus_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.wos_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {wos_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.scopus_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {scopus_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.mag_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {mag_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.lens_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {lens_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.dimensions_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {dimensions_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.aminer_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {aminer_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.ads_bibcode AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {ads_bibcode: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.inspire_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {inspire_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.hal_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {hal_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.openaire_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {openaire_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.omid AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {omid: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
}
CALL () {
  UNWIND $cites.wikidata_id AS row
  MATCH (citing:Paper {uid: row.paper})
  MATCH ()-[:DESCRIBES {wikidata_id: row.value}]->(cited:Paper)
  WHERE cited <> citing
  MERGE (citing)-[:CITES]->(cited)
};
