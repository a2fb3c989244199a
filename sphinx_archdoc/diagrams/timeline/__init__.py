"""Timelines: bars from one day to another, and events on a day."""
