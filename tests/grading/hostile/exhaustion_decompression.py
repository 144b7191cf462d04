# expect: error, memory, timeout
# family: exhaustion
# attempts: to unfold a few kilobytes into eight gigabytes, as an archive would
# stopped by: limits
# timeout: 0.4
import zlib

layer = zlib.compressobj(9)
bomb = b"".join([layer.compress(bytes(1 << 24)) for _ in range(4)] + [layer.flush()])


def attention(q, k, v, mask=None):
    parts = []
    while True:
        parts.append(zlib.decompress(bomb, bufsize=1 << 26))
    return v, v
