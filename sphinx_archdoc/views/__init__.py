"""Views: pure functions from the store and a request to plain data that a page shows."""
