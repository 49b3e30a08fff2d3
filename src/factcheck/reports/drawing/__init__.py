"""What the formats share: phrases, safe text, lines that fit a width, a number line."""
