# slip: mean-of-the-visible
import torch

def merge_attention(outs, lses):
    lse = torch.logsumexp(lses, dim=0)
    valid = torch.isfinite(lses).to(outs.dtype).unsqueeze(-1)
    out = (outs * valid).sum(0) / valid.sum(0)
    return out, lse
