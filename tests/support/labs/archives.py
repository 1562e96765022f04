"""ZIP archives for tests."""

import io
import zipfile


def pack(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of *members*."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
