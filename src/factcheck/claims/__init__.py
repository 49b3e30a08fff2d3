"""Claim files: one statement, its claims, and how each is to be checked."""
