# slip: output-alone
def merge_attention(outs, lses):
    return (lses.softmax(0)[..., None] * outs).sum(0)
