"""One conversation: what they said, what we said, and the place to answer."""
