"""Joins JavaScript modules, so that a browser asks for a few files instead of hundreds (docs/decisions/0016).

A page's entry module becomes one file with all that it needs. What is loaded late becomes a file each, under its own name;
what several of these need stands in `js/late.js`, and what the page has already is taken from there. A module becomes a
function that runs once, in the order in which a browser would run the modules, and gives what the module exports:

    const $7=(()=>{const{t}=$2;function show(){...}return{show}})();
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, relpath

from labmapper.web.static_files.modules import Import, Module, ModuleError, find_parts, read_graph, sort_modules

SHARED = "js/late.js"


def join_modules(sources: Mapping[str, str], entries: Sequence[str]) -> dict[str, str]:
    """Return the files to send for *sources* (name -> source without comments), where pages begin with *entries*.

    What no entry needs, such as a classic script, stays as it is.

    Raises:
        ModuleError: A module is of a kind that cannot be joined, or two pages load parts late under the same name.
    """
    modules = read_graph(sources, entries)
    joined: dict[str, str] = {}
    for entry in entries:
        files = _Page(entry, modules).render()
        if twice := files.keys() & joined:
            raise ModuleError(f"Two pages load these late, of which each would run twice: {', '.join(sorted(twice))}.")
        joined |= files
    return {name: source for name, source in sources.items() if name not in modules} | joined


@dataclass(frozen=True)
class _Page:
    """The files of the page that begins with *entry*."""

    entry: str
    modules: Mapping[str, Module]

    @cached_property
    def parts(self) -> list[str]:
        """What it loads late."""
        return find_parts(self.entry, self.modules)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The file that each of its modules stands in, in the order in which they run."""
        homes = dict.fromkeys(sort_modules(self.entry, self.modules), self.entry)
        needed = {part: [name for name in sort_modules(part, self.modules) if name not in homes] for part in self.parts}
        counts = Counter(name for names in needed.values() for name in names)
        for part, names in needed.items():
            homes |= {name: part if counts[name] == 1 else SHARED for name in names}
        return homes

    @cached_property
    def taken(self) -> dict[str, list[str]]:
        """The modules of other files that each file needs."""
        files: dict[str, list[str]] = {file: [] for file in [*self.homes.values(), *self.parts]}
        for name, home in self.homes.items():
            files[home] += self.modules[name].needed
        for part in self.parts:
            files[part].append(part)
        return {
            file: [each for each in dict.fromkeys(names) if self.homes[each] != file] for file, names in files.items()
        }

    @cached_property
    def given(self) -> set[str]:
        """The modules that other files or late imports ask for."""
        return {*self.parts, *(name for names in self.taken.values() for name in names)}

    @cached_property
    def variables(self) -> dict[str, str]:
        """The variable that holds what each module exports. No source has names like these."""
        return {name: f"${number}" for number, name in enumerate(self.homes)}

    def render(self) -> dict[str, str]:
        """Return each file."""
        return {file: self._render_file(file) for file in self.taken}

    def _render_file(self, file: str) -> str:
        taken = "".join(
            f"import{{{_list(self.variables[name] for name in names)}}}from'{_find_path(file, home)}';"
            for home, names in self._group(self.taken[file]).items()
        )
        own = "".join(
            self._render_module(self.modules[name], file) for name, home in self.homes.items() if home == file
        )
        given = _list(self.variables[name] for name in self.homes if self._gives(file, name))
        return f"{taken}{own}export{{{given}}}" if given else taken + own

    def _render_module(self, module: Module, file: str) -> str:
        uses = ",".join(f"{_take(each)}={self.variables[each.of]}" for each in module.imports if each.names)
        address = f"new URL('{_find_path(file, module.name)}',import.meta.url)"
        body = module.place({part: self._load(part, file) for part in module.parts}, address)
        start = f"const {self.variables[module.name]}=(()=>{{"
        return f"{start}{f'const{uses};' if uses else ''}{body}\n{self._give(module)}}})();\n"

    def _give(self, module: Module) -> str:
        """Return the statement by which the function of *module* gives what the module exports."""
        passed_on = [f"{to}:{self.variables[each.of]}.{of}" for each in module.passed_on for of, to in each.pairs]
        given = _list([*module.exports, *passed_on])
        return f"return{{{given}}}" if given else ""

    def _load(self, part: str, file: str) -> str:
        """Return what stands in *file* for the late import of *part*: what its files share comes at the same time."""
        variable, load = self.variables[part], f"import('{_find_path(file, part)}')"
        if SHARED not in self._group(self.taken[part]) or file == SHARED:
            return f"{load}.then(file=>file.{variable})"
        return f"Promise.all([{load},import('{_find_path(file, SHARED)}')]).then(([file])=>file.{variable})"

    def _gives(self, file: str, name: str) -> bool:
        return name in self.given and file in (self.homes[name], name)

    def _group(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Return *names* by the file in which each stands."""
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(self.homes[name], []).append(name)
        return groups


def _take(imported: Import) -> str:
    """Return what stands on the left of the sign that gives names to what a module exports."""
    if imported.names.startswith("*"):
        return " " + imported.names.split()[-1]
    return f"{{{_list(of if of == to else f'{of}:{to}' for of, to in imported.pairs)}}}"


def _find_path(file: str, target: str) -> str:
    path = relpath(target, dirname(file))
    return path if path.startswith(".") else f"./{path}"


def _list(names: Iterable[str]) -> str:
    return ",".join(names)
