"""Messages: files of kinds that are not read."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

_CHOOSE = (
    "Choose the file of a lab, such as a .unl, .gns3, .drawio or .clab.yml, a diagram of Labmapper, or a config.yaml."
)

FILES = (
    ProblemEntry(
        "file-foreign",
        "error",
        "The file is of a kind that Labmapper does not read.",
        _CHOOSE,
        {
            "png": Words("The file is a PNG picture.", _CHOOSE),
            "jpeg": Words("The file is a JPEG picture.", _CHOOSE),
            "gif": Words("The file is a GIF picture.", _CHOOSE),
            "svg": Words("The file is an SVG picture.", _CHOOSE),
            "pdf": Words("The file is a PDF document.", _CHOOSE),
            "zip": Words(
                "The file is a ZIP archive, as documents of Word and Excel are, without a lab of GNS3 or EVE-NG in it.",
                "Unpack it first, or choose a diagram that Labmapper has exported or a config.yaml.",
            ),
            "gzip": Words(
                "The file is a gzip archive.",
                "Unpack it first, or choose a diagram that Labmapper has exported or a config.yaml.",
            ),
            "sqlite": Words("The file is an SQLite database.", _CHOOSE),
            "gns3-old": Words(
                "The file is a project of GNS3 0.8 (.net). GNS3 1.3 and newer open it and save it as .gns3.",
                "Open it in GNS3, save it, and choose the .gns3 file.",
            ),
            "gml": Words(
                "The file is a graph in GML.",
                "Save it as GraphML, as yEd and networkx (write_graphml) do; the Topology Zoo has both.",
            ),
            "binary": Words(
                "The file is no text, and of no kind that Labmapper reads.",
                "Labs of Packet Tracer (.pkt) and images of machines cannot be read: draw the lab, or bring in a table of its devices.",
            ),
            "gns3-appliance": Words(
                "The file is an appliance of GNS3: the template of one device, not a lab.",
                "Choose the .gns3 file of a project.",
            ),
            "imunes": Words(
                "The file is a network of IMUNES or CORE (.imn), whose nodes have no consoles that others could reach.",
                "Draw the lab here, or bring in a file of another tool.",
            ),
            "natlas-conf": Words(
                "The file is the configuration of natlas, which holds SNMP communities and no lab.",
                "Choose what natlas has written: a diagram (.dot, .svg) or the catalog of natlas diagram -C.",
            ),
            "kypo": Words(
                "The file is a sandbox of KYPO or CyberRangeCZ, whose machines get their addresses from that platform only.",
                "Draw the lab, or bring in a table of its machines with their addresses.",
            ),
            "netlab-node": Words(
                "The file is what netlab writes about one device for Ansible (host_vars), not a lab.",
                "Choose the topology.yml of the lab, or the hosts.yml that netlab has written beside it.",
            ),
            "html": Words("The file is a web page.", _CHOOSE),
            "xml": Words("The file is XML of no kind that Labmapper reads.", _CHOOSE),
            "xml-entities": Words(
                "The file is XML that declares entities of its own, which are not read for safety.",
                "Export the file again from its tool, or delete what stands in brackets behind DOCTYPE.",
            ),
            "none": Words(
                "The file is of no kind that Labmapper reads: no lab, no list of devices, and no config.yaml, which has users and devices.",
                "Choose the lab itself, not what belongs to it, such as variables of a template (_vars.yaml), a playbook, or the configuration of a device.",
            ),
        },
    ),
    ProblemEntry(
        "problems-more",
        "warning",
        "More problems were found than are shown.",
        "Mend those that are shown, then look again.",
        {
            DEFAULT: Words(
                "There are more problems: the first {most} of a kind are shown, {most_in_all} in all.",
                "Mend these first.",
            ),
        },
    ),
)
