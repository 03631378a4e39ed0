"""Performance (绩效): goals, indicators, scorecards and self-evaluation."""
