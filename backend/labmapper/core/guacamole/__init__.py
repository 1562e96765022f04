"""Apache Guacamole as it really is: its protocols, its file format, and a model of how it reads the file."""
