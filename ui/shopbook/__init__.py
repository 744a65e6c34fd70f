"""Shop book: what everyone answering for the shop should know."""
