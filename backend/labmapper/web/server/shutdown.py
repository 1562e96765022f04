"""Whether the server is about to stop: announced by gunicorn's main process, read by its workers."""

import mmap

# One byte that the processes of a server share: it is made before they are.
_flag = mmap.mmap(-1, 1)


def begin_server() -> None:
    """Let the processes that will be made be told apart from those of another server that was made of the same process."""
    global _flag  # noqa: PLW0603 - there is one server in a process
    _flag = mmap.mmap(-1, 1)


def announce_shutdown(*, is_near: bool = True) -> None:
    """Let every process of this server know that it is about to stop, or that it is not."""
    _flag[0] = is_near


def is_shutting_down() -> bool:
    """Return whether the server is about to stop."""
    return bool(_flag[0])
