"""From the engine's exact figures to intervals: rows in scope, what is unknown, what could be absent, which days."""
