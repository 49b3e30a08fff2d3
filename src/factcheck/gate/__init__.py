"""What a run's verdicts mean for a gate: findings, their levels, the exit code. Pure."""
