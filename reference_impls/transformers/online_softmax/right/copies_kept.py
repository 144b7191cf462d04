import torch
def online_softmax_stats(blocks):
    kept = [b.clone() for b in blocks]
    m = kept[0].amax(-1)
    for b in kept[1:]: m = torch.maximum(m, b.amax(-1))
    return m, sum(torch.exp(b - m[..., None]).sum(-1) for b in kept)
