# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    s, idx = (logits / temperature).sort(descending=True)
    e = torch.exp(s)
    if top_k is not None:
        e[:, top_k:] = 0
    p = e / e.sum(-1, keepdim=True)
    if top_p is not None:
        drop = p.cumsum(-1) - p >= top_p
        drop[:, 0] = False
        p = p.masked_fill(drop, 0)
    return idx.gather(1, torch.multinomial(p, 1))[:, 0]
