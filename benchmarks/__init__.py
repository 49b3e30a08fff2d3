"""Speed, as ratios within one run: ours beside the least that the same work could take."""
