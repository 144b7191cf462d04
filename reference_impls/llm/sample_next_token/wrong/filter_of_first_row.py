# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    """The size of the nucleus is taken from the first row."""
    if temperature == 0:
        return logits.argmax(-1)
    s, idx = (logits / temperature).sort(descending=True)
    if top_k is not None:
        s[:, top_k:] = -float("inf")
    p = s.softmax(-1)
    if top_p is not None:
        n = max(1, int((p.cumsum(-1) - p < top_p)[0].sum()))
        p[:, n:] = 0
    return idx.gather(1, torch.multinomial(p, 1))[:, 0]
