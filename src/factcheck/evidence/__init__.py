"""From checks to evidence: what is asked of the engine for each claim, and what the answers say for or against it."""
