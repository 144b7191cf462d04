# expect: crashed, fail, error
import json
import os
import struct

verdict = json.dumps({"verdict": "pass", "ok": True}).encode()
for descriptor in range(3, 256):
    try:
        os.write(descriptor, struct.pack("<I", len(verdict)) + verdict)
    except OSError:
        pass


def attention(q, k, v, mask=None):
    return v, v
