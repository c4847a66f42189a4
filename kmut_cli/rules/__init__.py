"""What is checked beyond the types: one rule, one module; the registry finds them."""
