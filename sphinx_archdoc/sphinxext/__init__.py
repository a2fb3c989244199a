"""The thin shell round the model: the only package that knows Sphinx."""
