"""More of the worst files: what refers to itself or to much else, repeats, or hides how much there is of it.

``TANGLES`` names each with what makes it, and with the formats that read it although another one may recognise it.
"""

from collections.abc import Callable

from measuring.file_builders import (
    CLAB,
    CML,
    DRAWIO,
    DRAWIO_END,
    EVE,
    GNS3,
    GRAPHML,
    ICON,
    MAPPING,
    SIZE,
    VIRL,
    count,
    fill,
    repeat,
    zip_of,
)

_LED = '<mxCell id="e" edge="1" source="n0" target="n1" parent="1"><mxGeometry relative="1"><Array as="points">'
_PERSON = '<authorize username="u" password="p">'
_DIAGRAM = '{"schema":1,"nodes":['

# fmt: off
TANGLES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    # YAML.
    "YAML anchors": (lambda: count("lab: {}\nnodes:\n", "- &a# node_definition\n"), ("cml", "netlab", "config")),
    "YAML tags": (lambda: count("lab: {}\nnodes:\n", "- !a# node_definition\n"), ("cml", "netlab", "config")),
    "YAML keys twice": (lambda: fill(b"nodes:\n", b"  a: 1\n"), ("netlab", "containerlab", "ansible", "config")),
    "YAML aliased list": (lambda: count("a: &a [" + "b," * 90 + "b]\n" + CLAB, "    r#: {kind: linux, ports: *a, binds: *a}\n", "", 2_500), ()),
    "YAML aliased long list": (lambda: count("a: &a [" + repeat("'#:22',", 60_000) + "'1:22']\n" + CLAB, "    r#: {kind: linux, ports: *a}\n", "", 4_900), ()),
    "CML aliased configuration": (lambda: count("a: &a '" + "hostname a " * 900_000 + "'\n" + CML, "  - {id: n#, label: r#, node_definition: alpine, configuration: *a}\n", "", 4_900), ()),
    "CML aliased interfaces": (lambda: count("a: &a [" + "{id: i0}," * 50_000 + "]\n" + CML, "  - {id: n#, label: r#, node_definition: iosv, interfaces: *a}\n", "", 4_900), ()),
    "CML annotations": (lambda: count(CML + "  - {id: n0, label: r, node_definition: iosv, x: 0, y: 0}\nannotations:\n", "  - {type: rectangle, x1: #, y1: 0, x2: 9, y2: 9, color: red}\n"), ()),
    "CML interfaces of one": (lambda: count(CML + "  - id: n0\n    label: r\n    node_definition: iosv\n    interfaces:\n", "      - {id: i#, label: e#}\n"), ()),
    # netlab.
    "netlab groups of nodes": (lambda: count("nodes:\n", "  r#: {group: g#, device: eos}\n", "", 5_000), ()),
    "netlab groups of all": (lambda: count("groups:\n" + repeat("  g#: {members: ['*'], device: eos}\n", 499) + "nodes:\n", "  r#:\n", "", 5_000), ()),
    "netlab chain of groups": (lambda: count("groups:\n" + "".join(f"  g{n}: {{members: [{','.join(f'r{m}' for m in range(400))},g{n + 1}]}}\n" for n in range(499)) + "nodes:\n", "  r#:\n", "", 5_000), ()),
    "netlab patterns": (lambda: count("groups:\n  g: {members: [" + repeat("'*#*#*',", 100_000) + "a]}\nnodes:\n", "  r#:\n", "", 5_000), ()),
    "netlab components": (lambda: count("components:\n  c:\n    nodes:\n" + repeat("      n#:\n", 2_000) + "    links:\n" + repeat("    - n#-n0\n", 2_000) + "nodes:\n", "  r#: {include: c}\n", "", 5_000), ()),
    "netlab components in components": (lambda: b"components:\n" + b"".join(b"  c%d:\n    nodes: {a: {include: c%d}, b: {include: c%d}}\n" % (n, n + 1, n + 1) for n in range(60)) + b"nodes:\n" + b"".join(b"  r%d: {include: c0}\n" % n for n in range(4_000)), ()),
    "netlab component without nodes": (lambda: count("components:\n  c:\n    links:\n" + repeat("    - a#-b#\n", 19_000) + "nodes:\n", "  r#: {include: c}\n", "", 5_000), ()),
    # XML.
    "XML attributes of one": (lambda: count("<lab ", 'a#="" ', "/>", 590_000), ("eve-ng",)),
    "XML attributes in UTF-16": (lambda: "".join(["<lab ", *(f'a{n}="" ' for n in range(SIZE // 26)), "/>"]).encode("utf-16"), ("eve-ng",)),
    "XML instructions": (lambda: fill(b"<lab>", b"<?a?>", b"</lab>"), ("eve-ng",)),
    "XML comments in it": (lambda: fill(b"<lab>", b"<!---->", b"</lab>"), ("eve-ng",)),
    "XML pieces of text": (lambda: fill(b"<lab>", b"<![CDATA[a]]>", b"</lab>"), ("eve-ng",)),
    "EVE interfaces of one": (lambda: count(EVE + '<node id="1" name="r" type="qemu">', '<interface id="#" name="e#" network_id="#"/>', "</node></nodes></topology></lab>", 280_000), ()),
    "EVE serial lines": (lambda: count(EVE, '<node id="#" type="iol"><interface id="1" type="serial" remote_id="#" remote_if="2"/></node>', "</nodes></topology></lab>", 99_999), ()),
    "EVE networks": (lambda: count(EVE + "</nodes><networks>", '<network id="#" type="pnet0" name="a" visibility="1"/>', "</networks></topology></lab>"), ()),
    "EVE one text": (lambda: fill(b'<lab><objects><textobjects><textobject type="text"><data>', b"PGRpdj5h", b"</data></textobject></textobjects></objects></lab>"), ()),
    "EVE frames": (lambda: count('<lab><topology><nodes><node id="1" name="a" left="9" top="9"/></nodes></topology><objects><textobjects>', '<textobject id="#" type="square"><data>PGRpdiBzdHlsZT0ibGVmdDoxcHg7dG9wOjFweDt3aWR0aDo5cHg7aGVpZ2h0OjlweCI+PHN2Zz48L3N2Zz48L2Rpdj4=</data></textobject>', "</textobjects></objects></lab>"), ()),
    "VIRL interfaces of one": (lambda: count(count(VIRL + '<node name="a">', '<interface name="e#"/>', "</node>", 200_000).decode(), '<connection src="/virl:topology/virl:node[1]/virl:interface[99999]" dst="/virl:topology/virl:node[1]/virl:interface[99998]"/>', "</topology>", 19_999), ()),
    "VIRL other children": (lambda: count(count(VIRL + '<node name="a">', "<a/>", '<interface name="e"/></node>', 209_000).decode(), '<connection src="/virl:topology/virl:node[1]/virl:interface[1]" dst="/virl:topology/virl:node[1]/virl:interface[1]"/>', "</topology>", 19_999), ()),
    "GraphML hyperedge": (lambda: count(GRAPHML + '<node id="a"/><hyperedge>', '<endpoint node="a"/>', "</hyperedge></graph></graphml>", 290_000), ()),
    "GraphML data": (lambda: count(GRAPHML + '<node id="a">', '<data key="k#">1</data>', "</node></graph></graphml>", 290_000), ()),
    "GraphML labels": (lambda: count(GRAPHML + '<node id="a"><data><ShapeNode>', "<NodeLabel>a#</NodeLabel>", "</ShapeNode></data></node></graph></graphml>", 290_000), ()),
    "GraphML bends": (lambda: count(GRAPHML + '<node id="a"/><node id="b"/><edge source="a" target="b"><data><PolyLineEdge><Path>', '<Point x="#" y="1"/>', "</Path></PolyLineEdge></data></edge></graph></graphml>", 249_900), ()),
    # draw.io.
    "draw.io bends of one": (lambda: count(DRAWIO + ICON.replace("#", "0") + ICON.replace("#", "1") + _LED, '<mxPoint x="#" y="1"/>', "</Array></mxGeometry></mxCell>" + DRAWIO_END, 249_000), ()),
    "draw.io bends": (lambda: count(repeat(DRAWIO, 1) + repeat(ICON, 2), _LED.replace('id="e"', 'id="e#"') + '<mxPoint x="1" y="#"/>' * 9 + "</Array></mxGeometry></mxCell>", DRAWIO_END, 19_000), ()),
    "draw.io placeholders": (lambda: count(DRAWIO, '<object id="o#" label="' + "%a%" * 60 + '" placeholders="1" a="' + "x" * 500 + '"><mxCell style="shape=mxgraph.cisco.routers.router" vertex="1"/></object>', DRAWIO_END, 19_000), ()),
    "draw.io pages": (lambda: count("<mxfile>", '<diagram name="p#">a</diagram>', "</mxfile>", 290_000), ()),
    "draw.io tables": (lambda: count(DRAWIO + '<mxCell id="t" style="shape=table" vertex="1" parent="1"/>', '<mxCell id="c#" value="a" style="shape=tableRow" vertex="1" parent="t"/>', DRAWIO_END, 59_000), ()),
    "draw.io cells in a chain": (lambda: count(DRAWIO, '<mxCell id="c#" vertex="1" value="a#" parent="c@"/>'.replace("@", "#0"), DRAWIO_END, 59_000), ()),
    # Ansible.
    "Ansible escaped quotes": (lambda: fill(b"[g]\nh ansible_host=1\n", b'h "' + b'\\"' * 4_000 + b"\n"), ()),
    "Ansible words": (lambda: fill(b"[g]\nh ansible_host=1\n", b"h " + b"a " * 4_000 + b"\n"), ()),
    "Ansible ranges of long names": (lambda: b"[g]\nh ansible_host=1\n" + b"a" * 8_000 + b"[1:4900]\n", ()),
    "Ansible children": (lambda: count("[a:children]\n", "g#\n", "[g1]\nh ansible_host=1\n", 4_900), ()),
    "Ansible aliased groups": (lambda: count("x:\n  hosts: &x {" + repeat("h#: ,", 4_900) + "}\n", "g#:\n  hosts: *x\n", "", 4_900), ()),
    # Guacamole.
    "mapping comments": (lambda: fill(MAPPING.encode(), b"<!---->\n", b"</user-mapping>"), ()),
    "mapping names of numbers": (lambda: fill((MAPPING + _PERSON).encode(), b'<connection name="' + b"1a" * 400_000 + b'"><protocol>ssh</protocol></connection>', b"</authorize></user-mapping>"), ()),
    "mapping one text of numbers": (lambda: fill((MAPPING + _PERSON).encode() + b'<connection name="a"><protocol>ssh</protocol><param name="hostname">', b"1a", b"</param></connection></authorize></user-mapping>"), ()),
    "mapping each another": (lambda: count(MAPPING, '<authorize username="u#" password="p"><connection name="c#"><protocol>ssh</protocol><param name="hostname">10.0.0.#</param></connection></authorize>', "</user-mapping>", 19_900), ()),
    "mapping pods": (lambda: count(MAPPING, '<authorize username="u#" password="p">' + "".join(f'<connection name="c{n}-#"><protocol>ssh</protocol><param name="hostname">h{n}-#</param></connection>' for n in range(30)) + "</authorize>", "</user-mapping>", 1_000), ()),
    "mapping no pods": (lambda: count(MAPPING, '<authorize username="u#" password="p">' + "".join(f'<connection name="c{n}-#"><protocol>ssh</protocol><param name="hostname">h{n}-#7#</param></connection>' for n in range(30)) + "</authorize>", "</user-mapping>", 1_000), ()),
    # Others.
    "JSON of pairs": (lambda: fill(b'{"a":"', b"\\ud83d\\ude00", b'"}'), ("gns3", "containerlab", "diagram", "config")),
    "GNS3 links to one": (lambda: count(GNS3 + '{"node_id":"a","name":"a","node_type":"ethernet_switch","properties":{"ports_mapping":[' + repeat('{"name":"e#","port_number":#},', 20_000) + '{}]}}],"links":[', '{"nodes":[{"node_id":"a","adapter_number":0,"port_number":#},{"node_id":"a","adapter_number":0,"port_number":#}]},', "{}]}}", 19_999), ()),
    "GNS3 one drawing": (lambda: fill((GNS3 + '{"node_id":"a","name":"a","x":0,"y":0}],"drawings":[{"svg":"<svg><text>').encode(), b"&lt;", b'</text></svg>","x":0,"y":0}]}}'), ()),
    "diagram of texts": (lambda: count(_DIAGRAM, '{"id":"n#","type":"note","label":"' + "a" * 3_000 + '"},', '{"id":"z","type":"note"}]}', 4_900), ()),
    "diagram of parameters": (lambda: count(_DIAGRAM + '{"id":"d","type":"device","connections":[{"parameters":{', '"p#":"v",', '"a":"b"}}]}]}', 300_000), ()),
    "diagram of connections": (lambda: count(_DIAGRAM, '{"id":"d#","type":"device","label":"r#","connections":[' + ",".join(['{"protocol":"ssh","host":"10.0.0.1"}'] * 20) + "]},", '{"id":"z","type":"note"}]}', 4_900), ()),
    "diagram of zones": (lambda: count('{"schema":1,"zones":[', '{"id":"z#","label":"a","x":0,"y":0,"width":9,"height":9,"zone":"z1"},', '{"id":"z","x":0,"y":0,"width":9,"height":9}]}', 60_000), ()),
    "natlas SVG": (lambda: count('<svg xmlns="http://www.w3.org/2000/svg"><!-- Generated by natlas --><text>Generated by natlas</text>', '<g class="node"><title>a#</title><text>a#</text><text>10.0.0.1</text></g>', "</svg>"), ()),
    "table of sites": (lambda: count("name,address,site,rack\n", "r#,10.0.0.1,s#,k#\n", "", 4_900), ()),
    "table of ports": (lambda: count("name,address,port\n", "r,10.0.0.1," + "9" * 150 + "#\n", "", 99_000), ()),
    "table of protocols": (lambda: count("name,address,protocol\n", "r,10.0.0.1,x#\n", "", 99_000), ()),
    "list of ports": (lambda: count("", "10.0.0.1:#\n", "", 65_000), ()),
    "DOT long labels": (lambda: count("graph {", "a#[label=<" + "<b>a</b><br/>" * 200 + ">];", "}", 5_000), ()),
    "DOT ports": (lambda: count("graph {", "a:p#--b:p#:c;", "}", 19_999), ()),
    "DOT defaults": (lambda: count("graph {", "node[k#=1];a#;", "}", 5_000), ()),
    "containerlab archive": (lambda: zip_of("a.clab.yml", count(CLAB, "    r#: {kind: linux}\n")), ("containerlab",)),
    "containerlab all to all": (lambda: (CLAB + "".join(f"    r{n}:\n" for n in range(200)) + "  links:\n" + "".join(f'  - endpoints: ["r{a}:e{b}", "r{b}:e{a}"]\n' for a in range(200) for b in range(a) if b % 2)).encode(), ()),  # noqa: PLW0108 - built when it is measured
    "config of people": (lambda: count("users:\n", "  u#: {quantity: 9, username_prefix: a#, username_suffix: '1', password: a}\n", "devices: {}\n"), ()),
}
