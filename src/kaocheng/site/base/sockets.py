"""The sockets of this process (连接): those of an address counted, the silent one of them closed.

The server keeps its connections to itself, and a read that waits for one cannot be called back; the system can close it
from outside. Where the system cannot tell (not Linux) nothing is closed, and the counts of `lines` alone protect.
"""

from __future__ import annotations

import os
import socket
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

try:
    from fcntl import ioctl
except ImportError:  # Windows, where nothing is looked at
    ioctl = None  # type: ignore[assignment]

_FOLDER = Path("/proc/self/fd")
_INFO = getattr(socket, "TCP_INFO", None)
_FAMILIES = (socket.AF_INET, socket.AF_INET6)
_LAST_HEARD = 52
"""Where `struct tcp_info` says how many milliseconds ago the last data came."""
_ACKED = 120
"""Where it says how many bytes the other side has acknowledged, as a number of eight bytes."""
_QUEUED = 0x5411
"""Asks the system how many bytes wait to be sent or acknowledged (SIOCOUTQ)."""
_NEAR = 3.0
"""Seconds by which the system's silence and ours may differ."""


class Unread(NamedTuple):
    """A connection with something on it that is not read (未读完的连接): its number here, the other side's address."""

    number: int
    address: str
    port: int


def close_silent(address: str, silent: float) -> None:
    """Close the connection from this address that has been silent for about so many seconds."""
    with suppress(OSError, ValueError):
        found = [
            (abs(quiet - silent), number)
            for number, where, quiet in _connections()
            if where == address
        ]
        near, number = min(found)
        if near <= _NEAR:
            _close(number)


def close_beyond(most: int) -> int:
    """Close what is more than so many connections of one address, the most silent first; how many that were."""
    if not most or len(_numbers()) <= most:
        return 0
    known = sorted(_connections(), key=lambda one: -one[2])
    beyond = Counter(where for _, where, _ in known) - Counter(
        {where: most for _, where, _ in known}
    )
    closed = 0
    for number, where, _ in known:
        if beyond[where] > 0:
            beyond[where] -= 1
            _close(number)
            closed += 1
    return closed


def unread() -> Iterator[tuple[Unread, int]]:
    """Each connection the other side has not read to the end: which, and how many bytes it has acknowledged."""
    for number, where, _ in _connections():
        with suppress(OSError, struct.error), closing(_taken(number)) as line:
            if _queued(line):
                info = line.getsockopt(socket.IPPROTO_TCP, _INFO or 0, _ACKED + 8)
                (acked,) = struct.unpack_from("=Q", info, _ACKED)
                yield Unread(number, where, line.getpeername()[1]), acked


def close_connection(one: Unread) -> None:
    """Close it, if it is still the one it was, and throw away what waits on it: else its end would wait behind that."""
    with suppress(OSError), closing(_taken(one.number)) as line:
        if line.getpeername()[:2] == (one.address, one.port):
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("=ii", 1, 0))
            line.shutdown(socket.SHUT_RDWR)


def _queued(line: socket.socket) -> int:
    answer = ioctl(line.fileno(), _QUEUED, b"\0" * 4)
    (waiting,) = struct.unpack("=i", answer)
    return int(waiting)


def _connections() -> Iterator[tuple[int, str, float]]:
    """Each connection somebody made to this process: number, address of the other side, seconds since last heard.

    Those we made ourselves (to the database) do not lead to a port we listen at.
    """
    if _INFO is None:
        return
    numbers = _numbers()
    doors = {port for number in numbers if (port := _door(number))}
    for number in numbers:
        with suppress(OSError), closing(_taken(number)) as line:
            if line.family in _FAMILIES and line.getsockname()[1] in doors:
                info = line.getsockopt(socket.IPPROTO_TCP, _INFO, _LAST_HEARD + 4)
                (heard,) = struct.unpack_from("=I", info, _LAST_HEARD)
                yield number, line.getpeername()[0], heard / 1000


def _door(number: int) -> int:
    """The port this one listens at, 0 for what does not listen."""
    with suppress(OSError), closing(_taken(number)) as door:
        listens = door.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        if door.family in _FAMILIES and listens:
            return int(door.getsockname()[1])
    return 0


def _numbers() -> list[int]:
    with suppress(OSError):
        return [int(name) for name in os.listdir(_FOLDER)]  # noqa: PTH208  # names are all there is
    return []


def _taken(number: int) -> socket.socket:
    """The same connection under a number of our own; raises OSError for what is none."""
    own = os.dup(number)
    try:
        return socket.socket(fileno=own)
    except OSError:
        os.close(own)
        raise


def _close(number: int) -> None:
    with suppress(OSError), closing(_taken(number)) as line:
        line.shutdown(socket.SHUT_RDWR)
