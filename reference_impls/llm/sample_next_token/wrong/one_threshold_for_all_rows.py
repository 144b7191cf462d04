# slip: top-k-filled-with-0
"""Differs on: logits = [[0., 1., 2.], [10., 11., 12.]], top_k=1 -> the threshold is 2, so row 1 keeps all three tokens; right for B = 1."""
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return torch.argmax(logits, -1)
    scaled = logits / temperature
    if top_k is not None:
        k = min(top_k, scaled.shape[1])
        threshold = torch.topk(scaled, k).values.min()
        scaled = scaled.masked_fill(scaled < threshold, float("-inf"))
    p = scaled.softmax(-1)
    if top_p is not None:
        sp, si = p.sort(-1, descending=True)
        cum = sp.cumsum(-1)
        cut = cum - sp >= top_p
        cut[:, 0] = False
        sp[cut] = 0.0
        p = torch.zeros_like(p).scatter_(-1, si, sp)
    return torch.multinomial(p, 1).view(-1)
