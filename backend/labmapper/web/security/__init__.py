"""What protects every answer, and where requests come from."""
