"""Short references for permanent addresses, such as ``7K3Q9PM`` in ``/id/bron/7K3Q9PM``."""

from __future__ import annotations

import hashlib

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to misread
LENGTH = 7


def reference_for(kind: str, slug: str) -> str:
    """Derive the reference of an entry: the same kind and id give the same reference in every installation.

    Thirty-five bits: among ten thousand entries of one kind the chance that two share a reference is about one in
    seven hundred. The database refuses the second.
    """
    number = int.from_bytes(hashlib.sha256(f"{kind}:{slug}".encode()).digest()[:8])
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in range(LENGTH))
