"""YAML read as it is written: every value with its text and its line."""
