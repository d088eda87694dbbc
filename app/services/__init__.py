"""Use cases: one method, one transaction. Every method takes the acting person and checks what the role may do."""
