# slip: top-p-of-everything
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    p = (logits / temperature).softmax(-1)
    keep = torch.ones_like(p, dtype=torch.bool)
    s, idx = p.sort(descending=True)
    if top_p is not None:
        ok = s.cumsum(-1) - s < top_p
        ok[:, 0] = True
        keep &= torch.zeros_like(keep).scatter(-1, idx, ok)
    if top_k is not None:
        keep &= idx.argsort(-1) < top_k
    return torch.multinomial(p * keep, 1)[:, 0]
