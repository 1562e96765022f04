"""Reads JavaScript modules without comments: what each imports, exports and loads late. The graph that they make.

It knows as much of the language as the sources use, which ESLint holds them to: imports with names at the top, `export`
before a function, a class or one constant, names passed on by `export {...} from`, and late imports of one written path.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, join, normpath

_IMPORT = re.compile(
    r"""import\s*(?:(?P<names>\{[^}]*\}|\*\s*as\s+[\w$]+)\s*from)?\s*(['"])(?P<path>\.[^'"]+)\2[;\n]*"""
)
# Each of these begins with the word that it looks for, which is found quickly; what must stand before it is asked then.
_EXPORT = re.compile(r"export(?<=[;}\n]export)\s+(?=(?:async\s+)?(?:function\b\s*\*?|class|const)\s*([\w$]+))")
_PASSED_ON = re.compile(r"""export(?<=[;}\n]export)\s*\{([^}]*)\}\s*from\s*(['"])(\.[^'"]+)\2[;\n]*""")
_LATE = re.compile(r"""import(?<![\w$.]import)\((['"])(\.[^'"]+)\1\)""")
_UNKNOWN = re.compile(
    r"port(?:(?<=[;}\n]import)\b(?!\()|(?<=[;}\n]export)\b(?!\()|(?<=import)(?<![\w$.]import)\(|(?<=import)\.meta(?!\.url\b)).*"
)
_ADDRESS = re.compile(r"import\.meta\.url\b")


class ModuleError(ValueError):
    """A module has what this does not understand, or modules import each other in a circle; the message names them."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the module it is *of*, and what it brings, as written: ``{a,b as c}``, ``*as all`` or nothing."""

    of: str
    names: str

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Return each name in the other module, and its name here."""
        pairs = [each.split(" as ") for each in self.names.strip("{}").split(",") if each.strip()]
        return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]


@dataclass(frozen=True, slots=True)
class Module:
    """One module. *body* is the rest of it, without the words import and export; *parts* are the modules it loads late."""

    name: str
    imports: tuple[Import, ...]
    exports: tuple[str, ...]
    passed_on: tuple[Import, ...]
    parts: tuple[str, ...]
    body: str

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the modules that must have run before this one, in the order in which they run."""
        return tuple(dict.fromkeys(each.of for each in (*self.imports, *self.passed_on)))

    def place(self, late: Mapping[str, str], address: str) -> str:
        """Return the body with what stands for each late import in *late*, and for the module's own *address*."""
        body = _LATE.sub(lambda found: late[self._resolve(found[2])], self.body)
        return _ADDRESS.sub(lambda _: address, body)

    def _resolve(self, path: str) -> str:
        return normpath(join(dirname(self.name), path))


def read_module(name: str, source: str) -> Module:
    """Return the module *name* with *source*, which is without comments.

    Raises:
        ModuleError: It imports or exports in another way than the sources do.
    """

    def resolve(path: str) -> str:
        return normpath(join(dirname(name), path))

    imports, rest = [], source
    while found := _IMPORT.match(rest):
        imports.append(Import(resolve(found["path"]), found["names"] or ""))
        rest = rest[found.end() :]
    rest = "\n" + rest
    passed_on = tuple(Import(resolve(path), f"{{{names}}}") for names, _, path in _PASSED_ON.findall(rest))
    rest = _PASSED_ON.sub("", rest)
    exports = tuple(_EXPORT.findall(rest))
    body = _EXPORT.sub("", rest).removeprefix("\n")
    if unknown := _UNKNOWN.search(_LATE.sub("", "\n" + body)):
        raise ModuleError(f"{name} imports or exports in a way that cannot be joined, near '...{unknown[0][:40]}'.")
    parts = tuple(resolve(path) for _, path in _LATE.findall(body))
    return Module(name, tuple(imports), exports, passed_on, parts, body)


def read_graph(sources: Mapping[str, str], entries: Sequence[str]) -> dict[str, Module]:
    """Return the modules that *entries* need, now or late; *sources* are without comments.

    Raises:
        ModuleError: One is missing or cannot be read, or some import each other in a circle.
    """
    modules: dict[str, Module] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name in modules:
            continue
        if name not in sources:
            raise ModuleError(f"There is no module {name}.")
        modules[name] = read_module(name, sources[name])
        waiting += modules[name].needed + modules[name].parts
    try:
        TopologicalSorter({name: module.needed for name, module in modules.items()}).prepare()
    except CycleError as error:
        raise ModuleError(f"These modules import each other in a circle: {', '.join(error.args[1])}.") from error
    return modules


def sort_modules(entry: str, modules: Mapping[str, Module]) -> list[str]:
    """Return what *entry* needs, itself at the end, in the order in which a browser runs it."""
    order: dict[str, None] = {}

    def add(name: str) -> None:
        if name not in order:
            for each in modules[name].needed:
                add(each)
            order[name] = None

    add(entry)
    return list(order)


def find_parts(entry: str, modules: Mapping[str, Module]) -> list[str]:
    """Return what is loaded late on the page that begins with *entry*, by it or by what was loaded late."""
    parts: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        needed = sort_modules(waiting.pop(0), modules)
        found = dict.fromkeys(part for name in needed for part in modules[name].parts if part not in parts)
        parts |= found
        waiting += found
    return list(parts)
