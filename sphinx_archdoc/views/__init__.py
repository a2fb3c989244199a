"""Views: pure functions of the store and a request."""
