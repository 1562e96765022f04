"""Large labs of CML, as it exports them: nodes with interfaces and configurations, and links in a mesh."""

# Nodes, each with links and the seconds within which they are drawn.
SIZES = {302: (603, 1.5), 5_000: (9_998, 6.0)}
_CONFIGURATION = "".join(
    f"      interface GigabitEthernet0/{number}\n       no shutdown\n       duplex auto\n" for number in range(8)
)
_LARGE = 1_000


def make_cml(nodes: int, links: int) -> str:
    """Return a lab of so many *nodes* and *links*; up to a thousand nodes have configurations, about 3 KB each in all."""
    ends = [(number % nodes, (number + 1 + number // nodes) % nodes) for number in range(links)]
    counts = [0] * nodes
    wired = []
    for one, other in ends:
        wired.append((one, counts[one], other, counts[other]))
        counts[one], counts[other] = counts[one] + 1, counts[other] + 1
    parts = ["lab:\n  description: ''\n  notes: ''\n  title: Large lab\n  version: 0.1.0\nlinks:\n"]
    for number, (one, first, other, second) in enumerate(wired):
        parts.append(
            f"  - id: l{number}\n    n1: n{one}\n    n2: n{other}\n    i1: i{first}\n    i2: i{second}\n"
            f"    label: r{one}-Gi0/{first}<->r{other}-Gi0/{second}\n"
        )
    parts.append("nodes:\n")
    for number, count in enumerate(counts):
        parts.append(_make_node(number, count, has_configuration=nodes <= _LARGE))
    return "".join(parts)


def _make_node(number: int, count: int, *, has_configuration: bool) -> str:
    interfaces = "".join(
        f"      - id: i{place}\n        label: GigabitEthernet0/{place}\n        slot: {place}\n        type: physical\n"
        for place in range(count)
    )
    configuration = f"    configuration: |-\n{_CONFIGURATION * 4}" if has_configuration else "    configuration: ''\n"
    x, y = number % 70 * 160, number // 70 * 160
    return (
        f"  - id: n{number}\n    label: r{number}\n    node_definition: iosv\n    image_definition: null\n    x: {x}\n    y: {y}\n"
        f"    ram: 512\n    cpus: 1\n    tags: []\n{configuration}    interfaces:\n{interfaces or '      []' + chr(10)}"
    )
