"""Readers and writers of other formats: text in, declarations and problems out."""
