"""How what was said and what was measured lie, and what several sources come to together."""
