# slip: row-by-row
import torch
def magnitude_prune(weight, fraction):
    w = weight.reshape(weight.shape[0], -1) if weight.dim() > 1 else weight.reshape(1, -1)
    k = int(fraction * w.shape[1])
    out = w.clone()
    idx = w.abs().topk(k, dim=1, largest=False).indices
    out.scatter_(1, idx, 0)
    return out.view(weight.shape)
