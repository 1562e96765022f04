"""One module a format that Labmapper reads; each is listed in ``registry``."""
