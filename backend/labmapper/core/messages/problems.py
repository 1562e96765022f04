"""The tables of all problems, in the sections of ``docs/problems.md``. A new problem is an entry in one of them."""

from labmapper.core.messages.entries import Section
from labmapper.core.messages.files.ansible import ANSIBLE
from labmapper.core.messages.files.config import CONFIG
from labmapper.core.messages.files.diagram import DIAGRAM
from labmapper.core.messages.files.drawio import DRAWIO
from labmapper.core.messages.files.emulators import EMULATORS
from labmapper.core.messages.files.general import FILES
from labmapper.core.messages.files.hand_outs import HAND_OUTS
from labmapper.core.messages.files.imports import IMPORTS
from labmapper.core.messages.files.mapping import MAPPING
from labmapper.core.messages.files.outputs import OUTPUTS
from labmapper.core.messages.files.pictures import PICTURES
from labmapper.core.messages.files.yaml import YAML
from labmapper.core.messages.labs.addresses import ADDRESSES
from labmapper.core.messages.labs.class_safety import CLASS_SAFETY
from labmapper.core.messages.labs.connections import CONNECTIONS
from labmapper.core.messages.labs.copies import COPIES
from labmapper.core.messages.labs.defaults import DEFAULTS
from labmapper.core.messages.labs.names import NAMES
from labmapper.core.messages.labs.passwords import PASSWORDS
from labmapper.core.messages.labs.pods import PODS
from labmapper.core.messages.labs.tokens import TOKENS
from labmapper.core.messages.labs.values import VALUES

_ABOUT_TOKENS = """\
Guacamole replaces tokens such as `${GUAC_USERNAME}` in parameter values when somebody connects
([what it really does](guacamole.md#tokens))."""

_ABOUT_OUTPUTS = """\
Said when such a file is written: a lab may be sound for one Guacamole and not for another ([outputs](outputs.md))."""

SECTIONS = (
    Section("Names and numbers", NAMES),
    Section("Addresses", ADDRESSES),
    Section("Copies of a device", COPIES),
    Section("Pods and access", PODS),
    Section("Passwords", PASSWORDS),
    Section("Connections", (*CONNECTIONS, *DEFAULTS, *VALUES)),
    Section("Class safety", CLASS_SAFETY),
    Section("Tokens", TOKENS, _ABOUT_TOKENS),
    Section("Files of other tools", (*IMPORTS, *EMULATORS, *DRAWIO, *ANSIBLE, *MAPPING)),
    Section("Other outputs", OUTPUTS, _ABOUT_OUTPUTS),
    Section("Hand-outs", HAND_OUTS),
    Section("Files", (*FILES, *YAML, *CONFIG, *DIAGRAM)),
    Section("Pictures", PICTURES),
)
