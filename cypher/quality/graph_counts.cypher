// name: graph_counts
// about: How many nodes of each label and relationships of each type the graph holds.
// returns: element: str, name: str, count: int
// mode: read
WITH [
  {element: 'node', name: 'Author', count: COUNT { (:Author) }},
  {element: 'node', name: 'Paper', count: COUNT { (:Paper) }},
  {element: 'node', name: 'Topic', count: COUNT { (:Topic) }},
  {element: 'node', name: 'Phrase', count: COUNT { (:Phrase) }},
  {element: 'node', name: 'Venue', count: COUNT { (:Venue) }},
  {element: 'node', name: 'Institution', count: COUNT { (:Institution) }},
  {element: 'node', name: 'Document', count: COUNT { (:Document) }},
  {element: 'node', name: 'Decision', count: COUNT { (:Decision) }},
  {element: 'relationship', name: 'WROTE', count: COUNT { ()-[:WROTE]->() }},
  {element: 'relationship', name: 'EDITED', count: COUNT { ()-[:EDITED]->() }},
  {element: 'relationship', name: 'PUBLISHED_IN', count: COUNT { ()-[:PUBLISHED_IN]->() }},
  {element: 'relationship', name: 'ABOUT', count: COUNT { ()-[:ABOUT]->() }},
  {element: 'relationship', name: 'MENTIONS', count: COUNT { ()-[:MENTIONS]->() }},
  {element: 'relationship', name: 'SPELLS', count: COUNT { ()-[:SPELLS]->() }},
  {element: 'relationship', name: 'CITES', count: COUNT { ()-[:CITES]->() }},
  {element: 'relationship', name: 'CORRECTS', count: COUNT { ()-[:CORRECTS]->() }},
  {element: 'relationship', name: 'BROADER', count: COUNT { ()-[:BROADER]->() }},
  {element: 'relationship', name: 'WRITTEN_AT', count: COUNT { ()-[:WRITTEN_AT]->() }},
  {element: 'relationship', name: 'AFFILIATED_WITH', count: COUNT { ()-[:AFFILIATED_WITH]->() }},
  {element: 'relationship', name: 'DESCRIBES', count: COUNT { ()-[:DESCRIBES]->() }},
  {element: 'relationship', name: 'SIMILAR_NAME', count: COUNT { ()-[:SIMILAR_NAME]->() }},
  {element: 'relationship', name: 'SIMILAR_PAPER', count: COUNT { ()-[:SIMILAR_PAPER]->() }},
  {element: 'relationship', name: 'SAME_AS', count: COUNT { ()-[:SAME_AS]->() }},
  {element: 'relationship', name: 'DIFFERENT_FROM', count: COUNT { ()-[:DIFFERENT_FROM]->() }}
] AS counts
UNWIND range(0, size(counts) - 1) AS place
RETURN counts[place].element AS element, counts[place].name AS name, counts[place].count AS count
ORDER BY place;
