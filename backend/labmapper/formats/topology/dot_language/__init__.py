"""The DOT language of Graphviz, read tolerantly and within bounds: words, the graph that they describe, its labels."""
