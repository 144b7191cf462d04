# problem: attention-merge
# expect: fail
# says: given in your parts: pairs of outs and lses
def combine(parts):
    outs = torch.stack([part[0] for part in parts])
    lses = torch.stack([part[1] for part in parts])
    return outs.mean(dim=0), lses.logsumexp(dim=0)
