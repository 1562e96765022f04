"""Messages about files: those that are read, and what some outputs cannot say."""
