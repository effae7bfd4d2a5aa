"""The parts of a JPEG file, for pictures inside documents. Runs in the child process."""

EXIF_AND_XMP, IPTC, COMMENT = 0xE1, 0xED, 0xFE
START_OF_SCAN = 0xDA


def without_metadata(data: bytes) -> bytes:
    """The same JPEG without EXIF, XMP, IPTC and comments; anything that is not built like a JPEG as it was.

    Its pixels are not touched. Colour profiles stay, as does a turn that only EXIF knew of: that is lost.
    """
    if not data.startswith(b"\xff\xd8\xff"):
        return data
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != START_OF_SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in {EXIF_AND_XMP, IPTC, COMMENT}:
            kept.append(data[at:end])
        at = end
    return b"".join(kept) + data[at:]
