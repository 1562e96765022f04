"""Every sentence about a problem or a change, in tables by code; the rest of the core knows codes and facts only.

``catalogue`` renders a sentence and lists them all. ``problems`` lists the tables of problems, one module a subject.
"""
