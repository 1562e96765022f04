"""The graph of the JavaScript modules, read from their imports, and its shortening for browsers."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

_IMPORT = re.compile(r"""\b(?:from|import)\s*['"](\.{1,2}/[^'"]+)['"]""")


def find_imports(modules: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return what each of *modules* imports, by their paths; from name -> source without comments."""
    return {
        name: tuple(normpath(join(dirname(name), path)) for path in _IMPORT.findall(source))
        for name, source in modules.items()
    }


def flatten_imports(modules: Mapping[str, str]) -> dict[str, str]:
    """Return *modules* so that those nobody imports, where pages begin, name everything they need.

    A browser learns what a module imports only once it is there: one journey to the server for each step of the
    longest chain. An entry that names all of them lets it fetch them at once. The names stand behind the entry's own
    imports, so that everything runs in the order that the sources say.
    """
    imports = find_imports(modules)
    imported = {target for targets in imports.values() for target in targets}
    return {
        name: source if name in imported else source + "".join(_name_rest(name, imports))
        for name, source in modules.items()
    }


def find_reached(entry: str, imports: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the modules that *entry* needs, itself left out, in the order in which their names are met."""
    reached = dict.fromkeys([entry])
    waiting = [entry]
    while waiting:
        found = [name for name in imports.get(waiting.pop(0), ()) if name not in reached]
        reached |= dict.fromkeys(found)
        waiting += dict.fromkeys(found)
    return list(reached)[1:]


def _name_rest(entry: str, imports: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for name in find_reached(entry, imports):
        if name not in imports[entry]:
            path = relpath(name, dirname(entry))
            yield f"\nimport'{path if path.startswith('.') else './' + path}'"
