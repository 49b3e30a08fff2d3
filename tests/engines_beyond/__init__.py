"""Engines beyond this machine: the same queries, and the same idea of what is missing, wherever a table lives."""
