"""Draw a network lab, get the file that lets its people in through Apache Guacamole."""

__version__ = "0.1.0"
