# expect: error
# family: exhaustion
# attempts: an exception of a hundred megabytes with ten thousand causes, each with a traceback
# stopped by: protocol
def attention(q, k, v, mask=None):
    error = None
    for number in range(10_000):
        try:
            raise ValueError(number) from error
        except ValueError as latest:
            error = latest
    raise ValueError("x" * 10_000_000) from error
