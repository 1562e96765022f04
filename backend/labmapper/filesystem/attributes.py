"""Owner, group, mode and access control list of a file, kept when another file takes its place."""

import grp
import os
import pwd
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

# Names of extended attributes -> what people call them.
_LABELS = {
    "system.posix_acl_access": "access control list",
    "system.nfs4_acl": "access control list",
    "security.selinux": "SELinux label",
}


def keep_attributes(source: Path, descriptor: int) -> tuple[str, ...]:
    """Give the open file *descriptor* owner, group, mode, access control list and label of the file *source*.

    Returns what could not be kept, a sentence each.
    """
    old = source.stat()
    return (*_keep_owner(old, descriptor), *_keep_labels(source, descriptor), *_keep_mode(old, descriptor))


def _keep_owner(old: os.stat_result, descriptor: int) -> Iterator[str]:
    new = os.fstat(descriptor)
    # One by one: whoever may not give a file away may still give it to a group of his.
    if new.st_gid != old.st_gid:
        try:
            os.fchown(descriptor, -1, old.st_gid)
        except OSError:
            yield f"its group was {_name_group(old.st_gid)} and is {_name_group(new.st_gid)} now"
    if new.st_uid != old.st_uid:
        try:
            os.fchown(descriptor, old.st_uid, -1)
        except OSError:
            yield f"its owner was {_name_user(old.st_uid)} and is {_name_user(new.st_uid)} now"


def _keep_labels(source: Path, descriptor: int) -> Iterator[str]:
    wanted, present = _read_labels(source), _read_labels(descriptor)
    for name, title in _LABELS.items():
        if wanted.get(name) == present.get(name):
            continue
        try:
            if name in wanted:
                os.setxattr(descriptor, name, wanted[name])
            else:  # a folder hands its own list down to what is made in it
                os.removexattr(descriptor, name)
        except OSError:
            yield f"its {title} is lost" if name in wanted else f"it has the {title} of its folder now"


def _keep_mode(old: os.stat_result, descriptor: int) -> Iterator[str]:
    mode = stat.S_IMODE(old.st_mode)
    with suppress(OSError):
        os.fchmod(descriptor, mode)
    new = stat.S_IMODE(os.fstat(descriptor).st_mode)
    if new != mode:
        yield f"its mode was {mode:o} and is {new:o} now"


def _read_labels(target: Path | int) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    if hasattr(os, "getxattr"):  # Linux alone has it
        for name in _LABELS:
            with suppress(OSError):
                found[name] = os.getxattr(target, name)
    return found


def _name_user(number: int) -> str:
    return _name(lambda: pwd.getpwuid(number).pw_name, number)


def _name_group(number: int) -> str:
    return _name(lambda: grp.getgrgid(number).gr_name, number)


def _name(look_up: Callable[[], str], number: int) -> str:
    try:
        return f"{look_up()} ({number})"
    except KeyError:
        return str(number)
