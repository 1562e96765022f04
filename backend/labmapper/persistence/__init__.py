"""The database: tables, the repositories that read and write them, and encryption at rest."""
