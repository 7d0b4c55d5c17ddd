"""Makes srgb.icc: the sRGB color space (IEC 61966-2-1) as a version 4 ICC profile of three colorants and one exact curve."""

import struct
from pathlib import Path


def s15(value):
    return struct.pack(">i", round(value * 65536))


def xyz(*values):
    return b"XYZ \0\0\0\0" + b"".join(map(s15, values))


def text(words):
    data = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
curve += b"".join(map(s15, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
adaptation = (1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)
tags = [
    (b"desc", text("sRGB")),
    (b"cprt", text("No copyright, use freely")),
    (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
    (b"chad", b"sf32\0\0\0\0" + b"".join(map(s15, adaptation))),
    (b"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)),
    (b"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)),
    (b"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)),
    (b"rTRC", curve),
    (b"gTRC", curve),
    (b"bTRC", curve),
]
table, body, places = b"", b"", {}
start = 128 + 4 + 12 * len(tags)
for name, data in tags:
    if data not in places:
        places[data] = start + len(body)
        body += data + b"\0" * (-len(data) % 4)
    table += struct.pack(">4sII", name, places[data], len(data))
size = start + len(body)
header = struct.pack(">I4sI4s4s4s12s4s", size, b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ", struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp")
header += b"\0" * (68 - len(header)) + s15(0.9642) + s15(1.0) + s15(0.8249)
header += b"\0" * (128 - len(header))
Path(__file__).with_name("srgb.icc").write_bytes(header + struct.pack(">I", len(tags)) + table + body)
