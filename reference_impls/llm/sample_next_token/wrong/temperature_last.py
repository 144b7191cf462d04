# slip: temperature-after-filters
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    s, idx = logits.sort(descending=True)
    if top_k is not None:
        s[:, top_k:] = -float("inf")
    if top_p is not None:
        p = s.softmax(-1)
        drop = p.cumsum(-1) - p >= top_p
        drop[:, 0] = False
        s[drop] = -float("inf")
    pick = torch.multinomial((s / temperature).softmax(-1), 1)
    return idx.gather(1, pick).squeeze(1)
