"""The target of a connection: the parameters that together decide which machine and session it opens."""

from functools import lru_cache

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.numbering import Pattern, build_literal
from labmapper.core.lab.structure import DeviceType

_DECIDING = frozenset(
    {"protocol", "hostname", "port", "username", "command", "namespace", "pod", "container", "dest-host", "dest-port"}
    | {"load-balance-info", "preconnection-id", "preconnection-blob", "remote-app"}
    | {"domain", "exec-command", "initial-program"}
)
# With these one desktop is offered twice on purpose: with two keyboards, or once more only to look on.
_APPEARANCE = frozenset({"server-layout", "read-only"})
_VMCONNECT_PORT = "2179"


def get_target(device: DeviceType) -> tuple[tuple[str, Pattern], ...]:
    """Return what decides what *device* opens, by name; two that agree in all of it open the same thing."""
    target = {name: value for name, value in device.parameters if name in _DECIDING}
    protocol = target["protocol"].literal if "protocol" in target else None
    if "port" not in target and protocol is not None and protocol in PROTOCOLS:
        target["port"] = _build_port(_find_standard_port(device, protocol))
    return tuple(sorted(target.items()))


def get_appearance(device: DeviceType) -> tuple[tuple[str, Pattern], ...]:
    """Return what decides what *device* opens, and what makes a second connection to it another one that is meant."""
    if _APPEARANCE.isdisjoint([name for name, _ in device.parameters]):
        return get_target(device)
    shown = [(name, value) for name, value in device.parameters if name in _APPEARANCE and value.literal != "false"]
    return (*get_target(device), *sorted(shown))


@lru_cache(maxsize=64)
def _build_port(port: str) -> Pattern:
    return build_literal(port)


def _find_standard_port(device: DeviceType, protocol: str) -> str:
    """Return the port that guacd takes where none is given: Hyper-V has the consoles of its machines elsewhere."""
    security = device.find_parameter("security") if protocol == "rdp" else None
    is_console = security is not None and security.literal == "vmconnect"
    return _VMCONNECT_PORT if is_console else PROTOCOLS[protocol].port


def has_tokens(device: DeviceType) -> bool:
    """Return whether Guacamole itself puts something of the user into what *device* opens."""
    texts = (text for _, value in get_target(device) for text in value.iter_texts())
    return any(find_tokens(text) for text in texts)
