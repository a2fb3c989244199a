"""Rules: one file each, ``check(store) -> findings``."""
