"""Engines of others for texts that we cannot read ourselves; each is loaded when it has to draw."""
