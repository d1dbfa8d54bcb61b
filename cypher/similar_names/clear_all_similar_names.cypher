// name: clear_all_similar_names
// about: Take away every likeness of author records, before all are worked out anew.
// returns:
// mode: write
MATCH (:Author)-[similar:SIMILAR_NAME]->(:Author)
DELETE similar;
