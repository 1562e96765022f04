"""What of a drawing a picture shows."""

from labmapper.core.diagram import Device, Diagram, Node, RandomPassword, Users


def strip_secrets(diagram: Diagram) -> Diagram:
    """Return *diagram* without passwords and without the parameters of connections, of which no picture shows any."""
    return diagram.model_copy(update={"nodes": [_strip(node) for node in diagram.nodes]})


def _strip(node: Node) -> Node:
    if isinstance(node, Device):
        bare = [connection.model_copy(update={"parameters": {}}) for connection in node.connections]
        return node.model_copy(update={"connections": bare})
    if isinstance(node, Users):
        people = [entry.model_copy(update={"password": None}) for entry in node.roster]
        return node.model_copy(update={"roster": people, "password": RandomPassword()})
    return node
