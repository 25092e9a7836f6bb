"""Pairs of plans of one agency in two years, with all that changed between them: `pairs.pair(seed)`."""
