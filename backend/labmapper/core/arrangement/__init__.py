"""New places for what is drawn: tiers, forces and grids."""
