"""Sequence pictures: who says what to whom, in which order."""
