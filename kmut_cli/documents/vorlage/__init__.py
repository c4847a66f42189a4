"""What a paper for a committee draws from the folder, and whom it does not name."""
