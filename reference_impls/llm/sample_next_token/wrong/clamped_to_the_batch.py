# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(dim=1)
    p, order = torch.softmax(logits / temperature, dim=1).sort(dim=1, descending=True)
    if top_k is not None:
        p = p.clone()
        p[:, top_k:] = 0
        p = p / p.sum(1, keepdim=True)
    if top_p is not None:
        drop = p.cumsum(1) - p >= top_p
        drop[:, 0] = False
        p = p.masked_fill(drop, 0.0)
        p = p / p.sum(1, keepdim=True)
    u = torch.rand(len(logits), 1, dtype=p.dtype)
    place = torch.searchsorted(p.cumsum(1), u, right=True).clamp(max=p.shape[0] - 1)
    return order.gather(1, place)[:, 0]
