"""The database itself: the connection, the tables, their migrations, and copies of it."""
