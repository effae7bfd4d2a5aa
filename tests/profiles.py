"""Colour profiles for tests, written out: Pillow can only make that of sRGB."""

import struct


def fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def icc(space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    """An ICC profile, version 2, with these tags."""
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content
    kind = b"prtr" if space == b"CMYK" else b"mntr"
    header = struct.pack(">I4sI4s4s4s", start + len(body), b"test", 0x02400000, kind, space, connection)
    header += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1, 0.8249) + bytes(48)
    return header + table + body


def display_p3() -> bytes:
    """Apple's Display P3, with a plain gamma of 2.2."""
    xyz, curve = b"XYZ \0\0\0\0", b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    tags = {
        b"wtpt": xyz + fixed(0.9642, 1, 0.8249),
        b"rXYZ": xyz + fixed(0.51512, 0.2412, -0.00105),
        b"gXYZ": xyz + fixed(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz + fixed(0.1571, 0.06657, 0.78407),
    }
    return icc(b"RGB ", b"XYZ ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


def odd_press() -> bytes:
    """A printing press whose cyan ink is green: shows whether the profile was used."""
    same = bytes(range(256))
    colours = b""
    for number in range(16):
        cyan, black = number & 8, number & 1
        colours += bytes([20 if black else 255, 128, 128]) if not cyan else bytes([150, 70, 170])
    lookup = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    table = lookup + same * 4 + colours + same * 3
    return icc(b"CMYK", b"Lab ", {b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1, 0.8249), b"A2B0": table, b"A2B1": table})
