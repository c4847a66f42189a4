"""``kmut init``: what is typed, what is asked, what is told."""
