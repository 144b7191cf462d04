# expect: fail
# family: forged verdicts
# attempts: infinities, whose allowed error would be infinite as well
# stopped by: comparison
def attention(q, k, v, mask=None):
    scores = q @ k.mT
    return (scores @ v) * float("inf"), scores * float("-inf")
