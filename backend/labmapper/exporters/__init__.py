"""One module a format that Labmapper writes; each is listed in ``registry``."""
