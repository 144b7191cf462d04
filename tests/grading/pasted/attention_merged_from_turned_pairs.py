# problem: attention-merge
# says: given in your parts: pairs of lses and outs
def combine(parts):
    lses, outs = zip(*parts)
    lses, outs = torch.stack(lses), torch.stack(outs)
    weights = lses.softmax(dim=0)
    return (weights[..., None] * outs).sum(dim=0), lses.logsumexp(dim=0)
