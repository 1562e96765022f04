"""The file formats that Labmapper reads and writes: one module each, and one line in ``registry``."""
