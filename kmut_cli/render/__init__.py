"""From a document to what leaves the house: a presentation that knows no format, then one module per format."""
