"""Hostile and huge files of all formats, each as large as any is read: what ``worst_files`` measures.

``SHAPES`` names each with what makes it, and with the formats that read it although another one may recognise it.
"""

from collections.abc import Callable

from measuring.file_builders import SIZE, count, deflate_page, fill, png_of, ring, zip_of, zip_of_many

_CLAB = "topology:\n  nodes:\n"
_GNS3 = '{"type":"topology","revision":9,"project_id":"a","topology":{"nodes":['
_GNS3_NODE = (
    '{"node_id":"#","name":"r#","node_type":"qemu","console":#,"console_type":"telnet","x":#,"y":0,"properties":{}}'
)
_EVE = '<lab name="a"><topology><nodes>'
_DRAWIO = '<mxfile><diagram name="a"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
_DRAWIO_END = "</root></mxGraphModel></diagram></mxfile>"
_ICON = '<mxCell id="n#" value="r#" style="shape=mxgraph.cisco.routers.router" vertex="1" parent="1"><mxGeometry x="#" y="#0" width="40" height="40"/></mxCell>'
_CML = 'lab:\n  title: a\n  version: "0.1.0"\nnodes:\n'
_CML_NODE = (
    "  - {id: n#, label: r#, node_definition: iosv, x: #, y: 0, interfaces: [{id: i0, label: e0, type: physical}]}\n"
)
_GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">'
_VIRL = '<topology xmlns="http://www.cisco.com/VIRL">'
_MAPPING = "<user-mapping>"
_CONFIG = "users:\n  a: {quantity: 1, username_prefix: a, username_suffix: '1', password: a}\ndevices:\n"

# fmt: off
SHAPES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    # What no format knows, in one piece.
    "a": (lambda: fill(b"", b"a"), ("dot", "table", "ansible", "netlab", "config", "containerlab", "cml")),
    "blanks": (lambda: fill(b"", b" "), ("table", "config")),
    "line ends": (lambda: fill(b"", b"\n"), ("table", "ansible", "config")),
    "brackets": (lambda: fill(b"", b"["), ("gns3", "containerlab", "diagram")),
    "braces": (lambda: fill(b"", b"{"), ("gns3", "cml", "diagram")),
    "braces with keys": (lambda: fill(b"", b'{"a":'), ("gns3", "ansible", "diagram")),
    "less than": (lambda: fill(b"", b"<"), ("eve-ng", "drawio", "user-mapping")),
    "zeros": (lambda: fill(b"", b"\0"), ("table", "eve-ng")),
    "comment lines": (lambda: fill(b"", b"#\n"), ("netlab", "containerlab")),
    "quotes": (lambda: fill(b"", b'"'), ("table", "dot", "containerlab")),
    "minus and blank": (lambda: fill(b"", b"- "), ("cml", "containerlab")),
    "XML comments": (lambda: fill(b"", b"<!---->"), ("eve-ng", "graphml")),
    "XML declarations": (lambda: fill(b"", b"<?a?>"), ("eve-ng",)),
    # JSON.
    "JSON wide": (lambda: count('{"a#":1', ',"a#":1', "}"), ("gns3", "containerlab", "ansible", "diagram", "config")),
    "JSON list of objects": (lambda: fill(b'{"a":[{}', b",{}", b"]}"), ("gns3", "containerlab", "diagram")),
    "JSON text": (lambda: fill(b'{"a":"', b"a", b'"}'), ("gns3", "containerlab", "diagram")),
    "JSON text of escapes": (lambda: fill(b'{"a":"', b"\\\\", b'"}'), ("gns3", "containerlab")),
    "JSON empty texts": (lambda: fill(b'{"a":[""', b',""', b"]}"), ("gns3", "containerlab")),
    "JSON keys of topology": (lambda: fill(b'{"topology":{', b'"topology":{'), ("gns3",)),
    "JSON with a topology late": (lambda: fill(b'{"a":[0', b",0", b'],"topology":{"nodes":{}}}'), ("containerlab",)),
    "JSON with one emoji": (lambda: fill('{"a":"\U0001f600'.encode(), b"a", b'","type":"topology","topology":{}}'), ("gns3",)),
    "diagram of nodes": (lambda: count('{"schema":1,"nodes":[', '{"id":"n#","type":"device","kind":"router","label":"r#","x":0,"y":0},', "{}]}"), ()),
    # GNS3.
    "GNS3 nodes": (lambda: count(_GNS3, _GNS3_NODE + ",", "{}]}}"), ()),
    "GNS3 5,000 nodes": (lambda: count(_GNS3, _GNS3_NODE + ",", "{}]}}", 4999), ()),
    "GNS3 nodes in one place": (lambda: count(_GNS3, _GNS3_NODE.replace('"x":#', '"x":1') + ",", "{}]}}", 4999), ()),
    "GNS3 long names": (lambda: count(_GNS3, _GNS3_NODE.replace('"r#"', '"' + "n" * 3000 + '"') + ",", "{}]}}", 4999), ()),
    "GNS3 links": (lambda: count(_GNS3 + '{"node_id":"a","name":"a"},{"node_id":"b","name":"b"}],"links":[', '{"link_id":"#","nodes":[{"node_id":"a","adapter_number":#,"port_number":#},{"node_id":"b","adapter_number":0,"port_number":#}]},', "{}]}}", 19_999), ()),
    "GNS3 emoji": (lambda: fill((_GNS3 + '{"node_id":"a","name":"\U0001f600').encode(), b"a", b'"}]}}'), ()),
    "GNS3 drawings": (lambda: count(_GNS3 + '],"drawings":[', '{"svg":"<svg><text>a#</text></svg>","x":0,"y":0},', "{}]}}"), ()),
    "GNS3 ports of one switch": (lambda: count(_GNS3 + '{"node_id":"a","node_type":"ethernet_switch","properties":{"ports_mapping":[', '{"name":"e#","port_number":#},', "{}]}}]}}"), ()),
    "GNS3 archive bomb": (lambda: zip_of("project.gns3", b" " * 10 * SIZE), ("gns3", "eve-ng")),
    "GNS3 archive of 16 MiB": (lambda: zip_of("project.gns3", fill((_GNS3 + '{"name":"').encode(), b"a", b'"}]}}')), ()),
    "archive of many": (lambda: zip_of_many("#", 9_999), ("gns3", "eve-ng")),
    "archive of too many": (lambda: zip_of_many("#", 60_000), ("gns3", "eve-ng")),
    "archive of many labs": (lambda: zip_of_many("#.unl", 9_999), ()),
    # EVE-NG and other XML.
    "EVE nodes": (lambda: count(_EVE, '<node id="#" name="r#" type="qemu" template="vios" left="#" top="1"/>', "</nodes></topology></lab>"), ()),
    "EVE 5,000 nodes": (lambda: count(_EVE, '<node id="#" name="r#" type="qemu" template="vios" left="#" top="1"><interface id="0" name="e0" network_id="1"/></node>', '</nodes><networks><network id="1" type="bridge" name="a"/></networks></topology></lab>', 4900), ()),
    "EVE texts": (lambda: count(_EVE + "</nodes></topology><objects><textobjects>", '<textobject id="#"><data>PGRpdj5hPC9kaXY+</data></textobject>', "</textobjects></objects></lab>"), ()),
    "XML depth": (lambda: fill(b"<lab>", b"<a>"), ("eve-ng",)),
    "XML tags": (lambda: fill(b"<lab>", b"<a/>", b"</lab>"), ("eve-ng", "graphml", "virl", "drawio", "user-mapping")),
    "XML attributes": (lambda: count("<lab ", 'a#="" ', "/>"), ("eve-ng", "user-mapping")),
    "XML attributes spaced": (lambda: count("<lab ", "a# = '' ", "/>"), ("eve-ng",)),
    "XML text of characters": (lambda: fill(b"<lab>", b"&#65;", b"</lab>"), ("eve-ng",)),
    "XML text of lines": (lambda: fill(b"<lab>", b"\r\n", b"</lab>"), ("eve-ng",)),
    "XML entities": (lambda: b'<!DOCTYPE lab [<!ENTITY a "' + b"a" * 1000 + b'">' + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a;" * 50) for n in range(1000)) + b"]><lab>&a999;</lab>", ("eve-ng", "user-mapping")),
    "XML name": (lambda: fill(b"<", b"a"), ("eve-ng",)),
    # draw.io.
    "draw.io icons": (lambda: count(_DRAWIO, _ICON, _DRAWIO_END), ()),
    "draw.io 19,000 icons": (lambda: count(_DRAWIO, _ICON, _DRAWIO_END, 19_000), ()),
    "draw.io icons in one place": (lambda: count(_DRAWIO, _ICON.replace('x="#" y="#0"', 'x="1" y="1"'), _DRAWIO_END, 19_000), ()),
    "draw.io icons with addresses": (lambda: count(_DRAWIO, _ICON.replace('value="r#"', 'value="r#&lt;br&gt;10.0.0.1&lt;br&gt;a b.c.d:#"'), _DRAWIO_END, 19_000), ()),
    "draw.io long labels": (lambda: count(_DRAWIO, _ICON.replace('value="r#"', 'value="' + "&lt;b&gt;1.1.1.1:&lt;/b&gt;a.b " * 25 + '"'), _DRAWIO_END, 14_000), ()),
    "draw.io labels of breaks": (lambda: count(_DRAWIO, _ICON.replace('value="r#"', 'value="' + "a.b&lt;br&gt;" * 90 + '"'), _DRAWIO_END, 14_000), ()),
    "draw.io labels of less than": (lambda: count(_DRAWIO, _ICON.replace('value="r#"', 'value="' + "&lt;a" * 250 + '"'), _DRAWIO_END, 14_000), ()),
    "draw.io labels of colons": (lambda: count(_DRAWIO, _ICON.replace('value="r#"', 'value="' + "a:" * 500 + '"'), _DRAWIO_END, 14_000), ()),
    "draw.io loose lines": (lambda: count(count(_DRAWIO, _ICON, "", 9_000).decode(), '<mxCell id="e#" edge="1" parent="1"><mxGeometry relative="1"><mxPoint x="#" y="#0" as="sourcePoint"/><mxPoint x="9" y="9" as="targetPoint"/></mxGeometry></mxCell>', _DRAWIO_END, 40_000), ()),
    "draw.io labels at lines": (lambda: count(_DRAWIO + '<mxCell id="e" edge="1" source="a" target="b"/>', '<mxCell id="l#" value="e#" vertex="1" parent="e"><mxGeometry x="-0.8" relative="1"/></mxCell>', _DRAWIO_END, 59_000), ()),
    "draw.io plain shapes": (lambda: count(count(_DRAWIO, _ICON, "", 9_000).decode(), '<mxCell id="p#" value="p#" style="rounded=1" vertex="1" parent="1"><mxGeometry x="0" y="0" width="9000" height="90000"/></mxCell>', _DRAWIO_END, 40_000), ()),
    "draw.io texts": (lambda: count(count(_DRAWIO, _ICON.replace('value="r#"', 'value=""'), "", 700).decode(), '<mxCell id="p#" value="p#" style="text" vertex="1" parent="1"><mxGeometry x="#" y="0" width="9" height="9"/></mxCell>', _DRAWIO_END, 700), ()),
    "draw.io cells in cells": (lambda: count(_DRAWIO, '<mxCell id="c#" vertex="1" style="swimlane" value="z#" parent="c1"><mxGeometry x="0" y="0" width="9" height="9"/></mxCell>', _DRAWIO_END, 18_000), ()),
    "draw.io style": (lambda: count(_DRAWIO, _ICON.replace('style="', 'style="' + "a;" * 400), _DRAWIO_END, 16_000), ()),
    "draw.io properties": (lambda: count(_DRAWIO, '<object id="o#" label="a" ' + " ".join(f'k{n}="1"' for n in range(60)) + '><mxCell style="shape=mxgraph.cisco.routers.router" vertex="1"/></object>', _DRAWIO_END, 19_000), ()),
    "draw.io bomb": (lambda: deflate_page(b"<mxGraphModel>" + b" " * 10 * SIZE), ()),
    "draw.io packed 16 MiB": (lambda: deflate_page(count(_DRAWIO.partition("<mxGraph")[1] + _DRAWIO.partition("<mxGraph")[2], _ICON, "</root></mxGraphModel>")), ()),
    "draw.io picture bomb": (lambda: png_of(b"<mxfile>" + b" " * 10 * SIZE), ()),
    "draw.io percent signs": (lambda: fill(b'<mxfile><diagram name="a">%3C', b"%41", b"</diagram></mxfile>"), ()),
    "draw.io packed percent signs": (lambda: deflate_page(b"%3CmxGraphModel" + b"%41" * 5_000_000), ()),
    # GraphML and VIRL.
    "GraphML nodes": (lambda: count(_GRAPHML, '<node id="n#"/>', "</graph></graphml>"), ()),
    "GraphML 5,000 nodes": (lambda: count(_GRAPHML, '<node id="n#"/>', "</graph></graphml>", 5_000), ()),
    "GraphML edges": (lambda: count(_GRAPHML + '<node id="a"/><node id="b"/>', '<edge source="a" target="b"/>', "</graph></graphml>", 19_999), ()),
    "GraphML ring": (lambda: ring(_GRAPHML + "".join(f'<node id="n{n}"/>' for n in range(5_000)), '<edge source="n#" target="n@"/>', "</graph></graphml>", 5_000), ()),
    "GraphML random": (lambda: (_GRAPHML + "".join(f'<node id="n{n}"/>' for n in range(2_000)) + "".join(f'<edge source="n{n * 7919 % 2000}" target="n{n * 104729 % 1999}"/>' for n in range(19_999)) + "</graph></graphml>").encode(), ()),  # noqa: PLW0108 - built when it is measured
    "GraphML groups": (lambda: fill(_GRAPHML.encode(), b'<node id="a" yfiles.foldertype="group"><graph>'), ()),
    "GraphML keys": (lambda: count(_GRAPHML.partition("<graph ")[0], '<key id="k#" attr.name="a" for="node"/>', "</graphml>", 250_000), ()),
    "VIRL nodes": (lambda: count(_VIRL, '<node name="r#" type="SIMPLE" subtype="IOSv" location="#,0"/>', "</topology>"), ()),
    "VIRL connections": (lambda: count(_VIRL + '<node name="a"/><node name="b"/>', '<connection src="/virl:topology/virl:node[1]" dst="/virl:topology/virl:node[2]"/>', "</topology>", 19_999), ()),
    # DOT and natlas.
    "DOT edges": (lambda: count("graph {", "a#--b#;", "}"), ()),
    "DOT many edges": (lambda: fill(b"graph {", b"a--b;", b"}"), ()),
    "DOT 5,000 nodes": (lambda: count("graph {", "a#;", "}", 5_000), ()),
    "DOT ring": (lambda: ring("graph {", "a#--a@;", "}", 5_000), ()),
    "DOT groups times groups": (lambda: b"graph {" + b"--".join(b"{" + b" ".join(b"a%d" % n for n in range(3_000)) + b"}" for _ in range(50)) + b"}", ()),
    "DOT braces": (lambda: fill(b"graph {", b"{"), ()),
    "DOT attributes": (lambda: count("graph {a[", "k#=1,", "]}"), ()),
    "DOT label": (lambda: fill(b"graph {a[label=<", b"<b>", b">]}"), ()),
    "DOT quotes": (lambda: fill(b'graph {a[label="', b'\\"', b'"]}'), ()),
    "DOT comments": (lambda: fill(b"graph {", b"/**/", b"}"), ()),
    "DOT subgraphs": (lambda: count("graph {", "subgraph cluster# {a#};", "}"), ()),
    "natlas DOT": (lambda: count('graph {label="Generated by natlas";', "a# [label=<<b>a#</b><br/>10.0.0.1>];", "}"), ()),
    "natlas catalog": (lambda: count("", '"r#","10.0.0.1","WS-C29","15","s","","b"\n'), ()),
    "natlas hosts": (lambda: count("NODE_NAME,NODE_IP,PORT,IP,MAC,VLAN,DNS\n", "a,10.0.0.1,e0,10.0.1.#,a,1,b\n"), ()),
    # containerlab.
    "containerlab nodes": (lambda: count(_CLAB, "    r#: {kind: linux}\n"), ()),
    "containerlab 5,000 nodes": (lambda: count(_CLAB, "    r#: {kind: nokia_srlinux, mgmt-ipv4: 10.0.0.#}\n", "", 5_000), ()),
    "containerlab 19,000 nodes": (lambda: count(_CLAB, "    r#:\n", "", 19_000), ()),
    "containerlab groups": (lambda: count(_CLAB, "    r#: {group: g#}\n", "", 5_000), ()),
    "containerlab links": (lambda: count(_CLAB + "    a:\n    b:\n  links:\n", '    - endpoints: ["a:e#", "b:e#"]\n'), ()),
    "containerlab 20,000 links": (lambda: count(_CLAB + "    a:\n    b:\n  links:\n", '    - endpoints: ["a:e#", "b:e#"]\n', "", 19_999), ()),
    "containerlab unknown keys": (lambda: count(_CLAB + "    a:\n", "    r#: {k#: 1}\n", "", 5_000), ()),
    "containerlab keys of one node": (lambda: count(_CLAB + "    a:\n", "      k#: 1\n", "", 300_000), ()),
    "containerlab variables": (lambda: fill((_CLAB + "    a: {image: '").encode(), b"${A:-b}", b"'}\n"), ()),
    "containerlab dollars": (lambda: fill((_CLAB + "    a: {image: '").encode(), b"${", b"'}\n"), ()),
    "containerlab aliases": (lambda: count(_CLAB + "    a: &a {labels: {b: c}}\n", "    r#: *a\n", "", 4_900), ()),
    "containerlab merges": (lambda: count("x: &x {" + ",".join(f"k{n}: 1" for n in range(40)) + "}\n" + _CLAB, "    r#: {<<: *x}\n", "", 4_900), ()),
    "containerlab labels in defaults": (lambda: count("topology:\n  defaults:\n    labels: {" + ",".join(f"k{n}: 1" for n in range(5_000)) + "}\n  nodes:\n", "    r#: {kind: linux}\n", "", 5_000), ()),
    "containerlab ports": (lambda: count(_CLAB + "    a:\n      ports:\n", "        - '#:22'\n", "", 300_000), ()),
    # CML and netlab.
    "CML nodes": (lambda: count(_CML, _CML_NODE), ()),
    "CML 5,000 nodes": (lambda: count(_CML, _CML_NODE, "links: []\n", 5_000), ()),
    "CML links": (lambda: count(_CML + _CML_NODE.replace("#", "0") + _CML_NODE.replace("#", "1") + "links:\n", "  - {id: l#, n1: n0, n2: n1, i1: i0, i2: i0}\n"), ()),
    "CML configuration": (lambda: fill((_CML + _CML_NODE + "    configuration: |\n").encode(), b"      interface Loopback0\n"), ()),
    "CML tags": (lambda: count(_CML, "  - {id: n#, label: r#, node_definition: iosv, tags: [" + ", ".join(f"t{n}#" for n in range(20)) + "]}\n", "", 4_900), ()),
    "YAML flow": (lambda: fill(b"lab: {}\nnodes: [node_definition", b",a", b"]"), ("cml", "netlab")),
    "YAML long text": (lambda: fill(b"lab: {}\nnodes: [node_definition, '", b"a ", b"']"), ("cml", "netlab", "config")),
    "YAML lines of keys": (lambda: count("nodes:\n", "k#: 1\n"), ("netlab", "config", "ansible", "containerlab")),
    "YAML aliases": (lambda: b"nodes:\n - &a0 [a,a]\n" + b"".join(b" - &a%d [*a%d,*a%d]\n" % (n, n - 1, n - 1) for n in range(1, 2_000)), ("netlab", "cml", "config")),
    "netlab nodes": (lambda: count("nodes:\n", "  r#:\n"), ()),
    "netlab 5,000 nodes": (lambda: count("provider: clab\ndefaults.device: eos\nnodes:\n", "  r#:\n", "", 5_000), ()),
    "netlab links": (lambda: count("nodes: [a, b]\nlinks:\n", "- a-b\n", "", 19_999), ()),
    "netlab names of dashes": (lambda: count("nodes: [a, b]\nlinks:\n", "- " + "a-" * 100 + "b\n", "", 19_999), ()),
    "netlab links of many": (lambda: count("nodes: [" + ",".join(f"n{n}" for n in range(1000)) + "]\nlinks:\n", "- [" + ",".join(f"n{n}" for n in range(1000)) + "]\n", "", 300), ()),
    "netlab groups": (lambda: count("nodes: [a]\ngroups:\n", "  g#: {members: [a]}\n", "", 19_000), ()),
    "netlab groups in groups": (lambda: ring("nodes: [a]\ngroups:\n", "  g#: {members: [g@]}\n", "", 19_000), ()),
    "netlab dotted keys": (lambda: count("nodes:\n", "  r#.a.b: c\n", "", 19_000), ()),
    # Ansible.
    "Ansible groups in a circle": (lambda: ring("", "[g#:children]\ng@\n[g#]\nh#\n", "", 19_000), ()),
    "Ansible all around all": (lambda: b"".join(b"[g%d:children]\n" % n + b"".join(b"g%d\n" % m for m in range(400)) for n in range(400)) + b"[g0]\n" + b"".join(b"h%d\n" % n for n in range(19_000)), ()),
    "Ansible groups": (lambda: count("", "[g#]\n"), ()),
    "Ansible hosts": (lambda: count("[g]\n", "h# ansible_host=10.0.0.1\n"), ()),
    "Ansible 19,000 hosts": (lambda: count("[g]\n", "h# ansible_host=10.0.0.1 ansible_user=a ansible_password=b\n", "", 19_000), ()),
    "Ansible ranges": (lambda: b"[g]\n" + b"h[1:99999][1:99999][1:99999]\n" * 9_000, ()),
    "Ansible long lines": (lambda: count("[g]\n", "h# " + "a='b' " * 300 + "\n"), ()),
    "Ansible quotes": (lambda: fill(b"[g]\nh ansible_host=1\nh ", b'"\'' * 2000 + b"\n"), ()),
    "Ansible YAML groups": (lambda: count("all:\n  children:\n", "    g#:\n      hosts:\n        h#:\n"), ()),
    "Ansible YAML hosts": (lambda: count("all:\n  hosts:\n", "    h#: {ansible_host: 1.1.1.1}\n", "", 19_000), ()),
    "Ansible YAML groups in a circle": (lambda: ring("all:\n  hosts:\n    a:\n", "g#:\n  children:\n    g@:\n", "", 19_000), ()),
    "Ansible list": (lambda: count('{"_meta":{"hostvars":{', '"h#":{"ansible_host":"1.1.1.1"},', '"a":{}}},"all":{"hosts":["h1","h2"]}}'), ()),
    "Ansible variables of one host": (lambda: count("[g]\nh ansible_host=1\n[g:vars]\n", "ansible_#=1\n", "", 290_000), ()),
    "Ansible variables for all": (lambda: count(count("[g]\n", "h#\n", "", 19_000).decode() + "[g:vars]\n", "ansible_#=1\n", "", 2_000), ()),
    # Tables.
    "table rows": (lambda: count("name,address\n", "r#,10.0.0.1\n"), ()),
    "table 20,000 rows": (lambda: count("name,address,zone,rack\n", "r#,10.0.0.1,s#,k#\n", "", 19_999), ()),
    "table consoles of one": (lambda: count("name,address,port\n", "r,10.0.0.1,#\n", "", 65_000), ()),
    "table one quote": (lambda: fill(b'name,address\n"a', b",b\n"), ()),
    "table one cell": (lambda: fill(b"name,address\n", b"a"), ()),
    "table columns": (lambda: fill(b"name,address", b",a"), ()),
    "table commas": (lambda: fill(b"name,address\n", b","), ()),
    "table of dots": (lambda: fill(b"name\n", b"a." * 120 + b"\n"), ()),
    "table with one emoji": (lambda: fill("name,address\n\U0001f600,1.1.1.1\n".encode(), b"a,1.1.1.1\n"), ()),
    "list of hosts": (lambda: count("", "host#.example\n", "", 19_999), ()),
    # Guacamole and usermapper.
    "mapping people": (lambda: count(_MAPPING, '<authorize username="u#" password="p"><protocol>ssh</protocol><param name="hostname">h#</param></authorize>', "</user-mapping>"), ()),
    "mapping connections": (lambda: count(_MAPPING + '<authorize username="u" password="p">', '<connection name="c#"><protocol>ssh</protocol><param name="hostname">h#</param></connection>', "</authorize></user-mapping>"), ()),
    "mapping same for all": (lambda: count(_MAPPING, '<authorize username="u#" password="p">' + "".join(f'<connection name="c{n}"><protocol>ssh</protocol><param name="hostname">h{n}</param></connection>' for n in range(100)) + "</authorize>", "</user-mapping>"), ()),
    "mapping parameters": (lambda: count(_MAPPING + '<authorize username="u" password="p"><connection name="c"><protocol>ssh</protocol>', '<param name="p#">v</param>', "</connection></authorize></user-mapping>"), ()),
    "config devices": (lambda: count(_CONFIG, "  d#: {quantity: 1, name_prefix: a#, name_suffix: '1', hostname_prefix: b, hostname_suffix: '1', parameters: {protocol: ssh}}\n"), ()),
    "config unknown keys": (lambda: count(_CONFIG + "  d: {}\n", "k#: 1\n"), ()),
}
