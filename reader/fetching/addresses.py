"""Which servers may be asked: none of a private network but the one that was typed."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from reader.models.addresses import PORTS

_CARRYING_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0/96"), IPv6Network("::/96"))
"""Networks whose addresses hold one of IPv4 in their last four bytes."""


def is_same_server(address: str, typed: str) -> bool:
    """Whether an address is asked of the very server that the person named: the same host and port, or its https."""
    if not typed:
        return False
    one, other = urlsplit(address), urlsplit(typed)
    if one.hostname != other.hostname:
        return False
    ports = [parts.port or PORTS.get(parts.scheme, 0) for parts in (other, one)]
    return ports[0] == ports[1] or ports == [80, 443]


def numeric_host(address: str) -> str | None:
    """The IP address that the address names as its server, in any spelling that systems know; None for a name."""
    host = urlsplit(address).hostname or ""
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))  # "127.1", "2130706433", "0x7f000001"
    except (OSError, UnicodeError):
        return None


def is_private(ip: str) -> bool:
    """Whether an IP address is of this machine, of a private network or otherwise of no public server."""
    try:
        number = ip_address(ip.partition("%")[0])
    except ValueError:
        return True
    return _is_private(number)


def _is_private(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv6Address):
        if any(number in network for network in _CARRYING_IPV4):
            return _is_private(IPv4Address(number.packed[-4:]))
        if number.sixtofour is not None:
            return _is_private(number.sixtofour)
        if number.is_site_local:
            return True
    return not number.is_global or number.is_multicast or number.is_reserved
