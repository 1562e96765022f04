"""The lab, usermapper's config structure and a superset of it: user types, device types, numbering and passwords."""
