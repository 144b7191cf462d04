# slip: base-2-throughout
import torch


def merge_attention(outs, lses):
    mx = lses.max(dim=0).values
    w = torch.exp2(lses - mx)
    den = w.sum(dim=0)
    o = (outs * w[..., None]).sum(dim=0) / den[..., None]
    return o, mx + torch.log2(den)
