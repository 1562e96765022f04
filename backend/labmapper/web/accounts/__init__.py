"""Who asks, and what user names and passwords may be."""
