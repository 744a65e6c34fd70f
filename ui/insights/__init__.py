"""The page Insights: what a time looks like, in sentences, charts and tables."""
