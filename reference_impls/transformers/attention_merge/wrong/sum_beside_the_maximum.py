# slip: sum-beside-the-maximum
import torch

def merge_attention(outs, lses):
    top = lses.amax(dim=0)
    mass = torch.exp(lses - top)
    total = mass.sum(dim=0)
    share = mass / total
    out = (share.unsqueeze(-1) * outs).sum(dim=0)
    return out, top + total
