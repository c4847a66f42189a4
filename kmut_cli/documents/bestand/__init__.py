"""The areas of the Bestandsaufnahme, and what the report takes from it."""
