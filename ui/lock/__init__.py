"""The lock screen: who is at the counter, and nothing of any customer."""
