// name: server_version
// about: The version and edition of the server.
// returns: version: str, edition: str
// mode: read
// internal: yes
CALL dbms.components() YIELD name, versions, edition
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition;
