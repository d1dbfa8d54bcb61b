// name: papers_by_keys
// about: Papers that share an identifier or a title key with what is being loaded. `keys` holds a list for each property of
//   DESCRIBES that is looked up: title_key, corrects, doi, arxiv_id, acl_id, pmid, pmcid, dblp_id, openalex_id, s2_id,
//   s2_corpus_id, wos_id, scopus_id, mag_id, lens_id, dimensions_id, aminer_id, ads_bibcode,
//   inspire_id, hal_id, openaire_id, omid, wikidata_id.
// params: keys: map
// returns: uid: str
// mode: read
// internal: yes
UNWIND $keys.title_key AS key MATCH ()-[d:DESCRIBES {title_key: key}]->(p:Paper) USING INDEX d:DESCRIBES(title_key) RETURN p.uid AS uid
UNION
UNWIND $keys.corrects AS key MATCH ()-[d:DESCRIBES {corrects: key}]->(p:Paper) USING INDEX d:DESCRIBES(corrects) RETURN p.uid AS uid
UNION
UNWIND $keys.doi AS key MATCH ()-[d:DESCRIBES {doi: key}]->(p:Paper) USING INDEX d:DESCRIBES(doi) RETURN p.uid AS uid
UNION
UNWIND $keys.arxiv_id AS key MATCH ()-[d:DESCRIBES {arxiv_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(arxiv_id) RETURN p.uid AS uid
UNION
UNWIND $keys.acl_id AS key MATCH ()-[d:DESCRIBES {acl_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(acl_id) RETURN p.uid AS uid
UNION
UNWIND $keys.pmid AS key MATCH ()-[d:DESCRIBES {pmid: key}]->(p:Paper) USING INDEX d:DESCRIBES(pmid) RETURN p.uid AS uid
UNION
UNWIND $keys.pmcid AS key MATCH ()-[d:DESCRIBES {pmcid: key}]->(p:Paper) USING INDEX d:DESCRIBES(pmcid) RETURN p.uid AS uid
UNION
UNWIND $keys.dblp_id AS key MATCH ()-[d:DESCRIBES {dblp_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(dblp_id) RETURN p.uid AS uid
UNION
UNWIND $keys.openalex_id AS key MATCH ()-[d:DESCRIBES {openalex_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(openalex_id) RETURN p.uid AS uid
UNION
UNWIND $keys.s2_id AS key MATCH ()-[d:DESCRIBES {s2_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(s2_id) RETURN p.uid AS uid
UNION
UNWIND $keys.s2_corpus_id AS key MATCH ()-[d:DESCRIBES {s2_corpus_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(s2_corpus_id) RETURN p.uid AS uid
UNION
UNWIND $keys.wos_id AS key MATCH ()-[d:DESCRIBES {wos_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(wos_id) RETURN p.uid AS uid
UNION
UNWIND $keys.scopus_id AS key MATCH ()-[d:DESCRIBES {scopus_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(scopus_id) RETURN p.uid AS uid
UNION
UNWIND $keys.mag_id AS key MATCH ()-[d:DESCRIBES {mag_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(mag_id) RETURN p.uid AS uid
UNION
UNWIND $keys.lens_id AS key MATCH ()-[d:DESCRIBES {lens_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(lens_id) RETURN p.uid AS uid
UNION
UNWIND $keys.dimensions_id AS key MATCH ()-[d:DESCRIBES {dimensions_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(dimensions_id) RETURN p.uid AS uid
UNION
UNWIND $keys.aminer_id AS key MATCH ()-[d:DESCRIBES {aminer_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(aminer_id) RETURN p.uid AS uid
UNION
UNWIND $keys.ads_bibcode AS key MATCH ()-[d:DESCRIBES {ads_bibcode: key}]->(p:Paper) USING INDEX d:DESCRIBES(ads_bibcode) RETURN p.uid AS uid
UNION
UNWIND $keys.inspire_id AS key MATCH ()-[d:DESCRIBES {inspire_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(inspire_id) RETURN p.uid AS uid
UNION
UNWIND $keys.hal_id AS key MATCH ()-[d:DESCRIBES {hal_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(hal_id) RETURN p.uid AS uid
UNION
UNWIND $keys.openaire_id AS key MATCH ()-[d:DESCRIBES {openaire_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(openaire_id) RETURN p.uid AS uid
UNION
UNWIND $keys.omid AS key MATCH ()-[d:DESCRIBES {omid: key}]->(p:Paper) USING INDEX d:DESCRIBES(omid) RETURN p.uid AS uid
UNION
UNWIND $keys.wikidata_id AS key MATCH ()-[d:DESCRIBES {wikidata_id: key}]->(p:Paper) USING INDEX d:DESCRIBES(wikidata_id) RETURN p.uid AS uid;
