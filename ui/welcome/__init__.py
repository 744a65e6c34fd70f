"""The first minutes: two questions, then four doors."""
