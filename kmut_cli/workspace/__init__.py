"""A folder of documents: which files belong to it, what they share, where output goes."""
