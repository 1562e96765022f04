"""``config.yaml``, the file of ``usermapper``, and Labmapper's optional keys beside its own."""
