"""The drawing as the editor saves it: the document, its graph, and the lab that it means."""
