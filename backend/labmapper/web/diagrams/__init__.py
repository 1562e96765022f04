"""What pages and the API both do with diagrams: load and save them, compare, draw small, hand out as files."""
