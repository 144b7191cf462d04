# slip: unsafe-throughout
def merge_attention(outs, lses):
    w = lses.exp()
    return (w[..., None] * outs).sum(0) / w.sum(0)[..., None], w.sum(0).log()
