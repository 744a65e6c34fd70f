"""History: everything that was ever said here, found by its words, read without a connection."""
