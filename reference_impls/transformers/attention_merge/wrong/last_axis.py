# slip: none
def merge_attention(outs, lses):
    return (lses.softmax(-1)[..., None] * outs).sum(0), lses.logsumexp(0)
