"""Who asks and from where, and what user names and passwords may be."""
