// name: touched_name_parts
// about: The family names and the given names of which author records came, went or changed since papers were grouped last.
// returns: families: list, given: list
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN
  COLLECT {
    MATCH (a:Author {pending: true}) WHERE a.family_key IS NOT NULL RETURN a.family_key AS key
    UNION
    UNWIND state.families_left AS key RETURN key
  } AS families,
  COLLECT {
    MATCH (a:Author {pending: true}) WHERE a.given_key IS NOT NULL RETURN a.given_key AS key
    UNION
    UNWIND state.given_left AS key RETURN key
  } AS given;
