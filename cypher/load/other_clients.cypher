// name: other_clients
// about: The programs besides scholargraph that are connected to the server, Neo4j Browser among them.
// returns: program: str, address: str
// mode: read
// internal: yes
CALL dbms.listConnections() YIELD connector, userAgent, clientAddress
WHERE connector = 'bolt' AND NOT userAgent STARTS WITH 'scholargraph'
RETURN DISTINCT userAgent AS program, clientAddress AS address
ORDER BY program, address;
