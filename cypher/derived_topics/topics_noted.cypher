// name: topics_noted
// about: By which version of the rules the topics of this graph were found last, how many papers a topic needed then, the number of the
//   turn, the papers of the graph, and how many of them wait for their topics, and of phrases and keywords; whether topics went with all papers that
//   mentioned them; no row where nothing was loaded.
// returns: rules: int?, least: int?, turn: int, papers: int, papers_due: int, phrases_due: int, keywords_due: int, gone: bool
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.topic_rules AS rules, state.topic_least AS least, coalesce(state.turn, 0) AS turn, COUNT { (:Paper) } AS papers,
  COUNT { MATCH (p:Paper) WHERE p.topics_due > 0 } AS papers_due, COUNT { MATCH (f:Phrase) WHERE f.topics_due > 0 } AS phrases_due,
  COUNT { MATCH (t:Topic) WHERE t.topics_due > 0 } AS keywords_due, state.topics_gone IS NOT NULL AS gone;
