"""Who asks and from where, by which log-in or token and how often, and what user names and passwords may be."""
