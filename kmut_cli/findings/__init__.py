"""What is said about a file: findings, the rules behind their codes, and the ways to show them."""
