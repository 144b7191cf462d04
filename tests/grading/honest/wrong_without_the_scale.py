# uses: nothing unusual, and forgets to scale
# expect: fail
def attention(q, k, v, mask=None):
    scores = q @ k.mT
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
