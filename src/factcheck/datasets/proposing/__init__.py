"""What a file seems to be, and what only a person can tell of it. Nothing here decides: it proposes, and asks."""
