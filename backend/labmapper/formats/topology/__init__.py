"""What the files of lab tools have in common: devices, cables, zones and consoles, before they become a drawing.

A reader of containerlab, GNS3, EVE-NG, CML and so on makes a ``model.Topology``; ``drawing.draw_topology`` makes the
diagram of it.
"""
