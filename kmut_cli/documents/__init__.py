"""The official outlines as types: the building blocks, and one module per document and edition."""
