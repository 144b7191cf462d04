# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    s, idx = (logits / temperature).sort(descending=True)
    if top_k is not None:
        s[:, top_k:] = -float("inf")
    p = s.softmax(-1)
    if top_p is not None:
        drop = p.cumsum(-1) - p >= top_p
        drop[:, 0] = False
        p = p.masked_fill(drop, 0)
    return idx.gather(1, torch.multinomial(p, 1))[:, 0]
