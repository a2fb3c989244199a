"""From view data to docutils nodes: standard nodes only, no environment."""
