// name: await_indexes
// about: Waits until every index is online. An index that cannot be built, or that takes longer, is an error.
// params: seconds: int = 300
// mode: read
// internal: yes
CALL db.awaitIndexes($seconds);
