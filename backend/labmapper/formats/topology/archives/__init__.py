"""ZIP archives of lab tools: their members, and the packings that these have."""
