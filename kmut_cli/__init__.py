"""kmut: Berichte und Anträge der Koordinierungsstellen für Migration und Teilhabe als YAML."""

__version__ = "0.1.0"
