"""YAML text to plain data with places, and back to disk: nothing here knows what a report is."""
