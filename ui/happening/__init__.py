"""The page of an event: many people, one cause."""
