"""``kmut fill``: leading through the questions of a document on a terminal."""
