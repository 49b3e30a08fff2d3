"""What a person decides on claims, and whether what they signed is still what it was."""
