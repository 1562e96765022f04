"""A small lab of containerlab: one node without an address, one with something that nobody reads."""

CAMPUS = """name: campus
topology:
  nodes:
    r1: {kind: nokia_sros}
    sw1: {kind: ceos, mgmt-ipv4: 172.20.20.3, frobnicate: 1}
  links:
    - endpoints: ["r1:e1", "sw1:e1"]
"""
