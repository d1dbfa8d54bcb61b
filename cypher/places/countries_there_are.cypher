// name: countries_there_are
// about: The countries of the graph's institutions, as codes of ISO 3166.
// returns: country: str
// mode: read
// internal: yes
MATCH (place:Institution)
WHERE place.country IS NOT NULL
RETURN DISTINCT place.country AS country
ORDER BY country;
