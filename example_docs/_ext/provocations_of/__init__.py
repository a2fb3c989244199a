"""For each warning code a small project that provokes it, in modules by subject."""
