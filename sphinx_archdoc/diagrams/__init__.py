"""Picture data, layout and emitters: pure, the same input gives the same bytes."""
