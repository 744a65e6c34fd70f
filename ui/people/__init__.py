"""People: who answers for the shop, and how far they can go."""
