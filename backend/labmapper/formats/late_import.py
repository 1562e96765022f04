"""Functions of formats whose module is imported at the first call.

Every start of the program imports every format, and hardly any run reads or writes more than two of them.
"""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any


def import_late(name: str) -> Callable[..., Any]:
    """Return a function that does what the one called *name* does, as ``package.module:function``.

    Its module is imported by the first call, which raises ImportError or AttributeError where there is no such function.
    """

    def call(*arguments: object) -> Any:  # noqa: ANN401 - as the function has it
        return resolve_name(name)(*arguments)

    return call
