"""Uploads that were kept and compiled a moment ago: who converts a file asks for its page next, and then for the mapping."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from labmapper.core.checks import is_same_by_number
from labmapper.core.pipeline import Compilation
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported
from labmapper.persistence.permissions import Owner
from labmapper.persistence.store import make_seed
from labmapper.persistence.uploads import Upload
from labmapper.web.file_import import get_readable, read_import
from labmapper.web.services import get_uploads

# So many are compiled in each process, and none that is longer, for the memory that they take.
_KEPT = 8
_LONGEST = 64 * 1024
# So many uploads, none of them longer either, are not asked for in the database for a minute: nothing changes them.
_RECENT = 32
_SECONDS = 60.0


class _Recent:
    """The latest uploads of this process, each for its owner alone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._uploads: OrderedDict[tuple[Owner, str], tuple[Upload, float]] = OrderedDict()

    def add(self, owner: Owner, upload: Upload) -> None:
        with self._lock:
            self._uploads[owner, upload.id] = upload, time.monotonic() + _SECONDS
            while len(self._uploads) > _RECENT:
                self._uploads.popitem(last=False)

    def find(self, owner: Owner, upload_id: str) -> Upload | None:
        with self._lock:
            upload, until = self._uploads.get((owner, upload_id), (None, 0.0))
        return upload if time.monotonic() < until else None


_recent = _Recent()


def keep_upload(owner: Owner, content: bytes) -> str:
    """Keep *content* for *owner* with a new seed, and return its id. Raises QuotaExceeded and NoRoom where there is no room."""
    seed = make_seed()
    upload_id = get_uploads().create(owner, content, seed)
    if len(content) <= _LONGEST:
        _recent.add(owner, Upload(upload_id, content, seed))
    return upload_id


def load_upload(owner: Owner, upload_id: str) -> Upload:
    """Return the upload of *owner*, or raise NotFound."""
    return _recent.find(owner, upload_id) or get_uploads().load(owner, upload_id)


def compile_upload(
    content: bytes, known: Format, given: Mapping[str, str], *, by_name: bool = True
) -> tuple[Imported, Compilation | None]:
    """Return what is in *content*, a file of the *known* format, and what it means; None where it cannot be read.

    *by_name* tells whether Guacamole will know connections by their names. Options that are wrong or missing are refused as
    ``read_import`` refuses them.
    """
    compile_it = _compile if len(content) <= _LONGEST else _compile.__wrapped__
    imported, compilation = compile_it(content, known.name, tuple(given.items()))
    return imported, compilation if by_name else compile_by_number(imported, compilation)


def compile_by_number(imported: Imported, compilation: Compilation | None) -> Compilation | None:
    """Return the *compilation* of what was *imported* as it is for what knows connections by numbers."""
    if compilation is None or is_same_by_number(compilation.problems):
        return compilation
    return imported.compile(by_name=False)


@lru_cache(maxsize=_KEPT)
def _compile(content: bytes, name: str, given: tuple[tuple[str, str], ...]) -> tuple[Imported, Compilation | None]:
    imported = read_import(content, get_readable(name, content), dict(given))
    return imported, imported.compile()
