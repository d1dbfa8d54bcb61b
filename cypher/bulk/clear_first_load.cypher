// name: clear_first_load
// about: Remove the nodes of these labels with their relationships, some at a time: what a first load that was broken off has left.
// params: labels: list
// returns:
// mode: write
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 5000 ROWS
FINISH;
