"""Accounts: which places are connected, how they are, and bringing one more in."""
