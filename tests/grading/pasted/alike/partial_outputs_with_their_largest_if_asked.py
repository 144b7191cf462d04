# problem: attention-merge
# expect: fail
# not: returns the output alone
def merge(outs, lses, return_lse=False):
    lse = torch.logsumexp(lses, 0)
    w = (lses - lse).exp()
    w = torch.where(lses.isneginf(), torch.zeros_like(w), w)
    out = (w[..., None] * outs).sum(0)
    return (out, lses.amax(0)) if return_lse else out
