# uses: nothing unusual, and has an axis that is not there
# expect: error
def attention(q, k, v, mask=None):
    scores = (q @ k.mT).sum(7)
    return scores @ v, scores
