# slip: none
def merge_attention(outs, lses):
    return outs.mean(0), lses.sum(0)
