# expect: timeout
# family: exhaustion
# attempts: to compute for ever
# stopped by: watch
# timeout: 0.3
def attention(q, k, v, mask=None):
    while True:
        pass
