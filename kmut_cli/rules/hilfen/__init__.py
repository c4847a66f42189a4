"""What rules share; nothing here is a rule, and nothing is imported before a rule needs it."""
