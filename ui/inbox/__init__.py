"""The inbox: who needs somebody now, in groups, the most urgent first."""
