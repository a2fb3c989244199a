"""The record model: fields, records, kinds, store, relations, findings. Knows no Sphinx."""
