"""Two documents side by side: what changed, question by question, and what became of a plan."""
