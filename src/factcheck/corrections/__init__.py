"""What would be true instead of a refuted claim, and which neighbouring checks it would fit. Plain values alone."""
