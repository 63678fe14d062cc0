"""The draft with the human's edits made, and what became of each edit when the draft changed."""
