"""Figures from the statistical offices: reading their files, joining them with what is there, writing them."""
