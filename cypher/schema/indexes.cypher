// name: indexes
// about: Every index on one property, and every full-text index, with its state: what the model is checked against.
// returns: name: str, type: str, on: str, property: str, is_unique: bool, state: str
// mode: read
// internal: yes
SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint, state
WHERE type = 'FULLTEXT' OR size(properties) = 1
RETURN name, type, labelsOrTypes[0] AS on, properties[0] AS property, owningConstraint IS NOT NULL AS is_unique, state
ORDER BY name;
