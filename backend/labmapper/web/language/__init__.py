"""The language of a page, and the sentences in it."""
