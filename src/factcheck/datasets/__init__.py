"""Datasets: their description, their provenance, and their files made ready for an engine."""
