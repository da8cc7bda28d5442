"""Right documents in which one element at a time is held, ordered or written otherwise."""
