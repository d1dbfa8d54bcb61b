"""How works are told apart: what joins, what is a near miss, and what that changes against an earlier state."""
