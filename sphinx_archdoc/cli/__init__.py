"""The command ``archdoc``: decisions listed, checked, adopted, made and exported."""
