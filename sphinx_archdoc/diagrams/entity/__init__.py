"""Entity-relationship pictures: tables with columns, joined by lines with crow's feet."""
