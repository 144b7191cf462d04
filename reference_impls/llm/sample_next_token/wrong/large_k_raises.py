# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    z = logits / temperature
    if top_k is not None:
        kth = torch.topk(z, top_k).values[:, -1:]
        z = z.masked_fill(z < kth, float("-inf"))
    if top_p is not None:
        s, idx = z.sort(descending=True)
        p = s.softmax(-1)
        drop = p.cumsum(-1) - p >= top_p
        drop[:, 0] = False
        z = z.masked_fill(drop.gather(-1, idx.argsort(-1)), float("-inf"))
    return torch.multinomial(z.softmax(-1), 1).squeeze(1)
