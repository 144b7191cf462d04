# slip: none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    z = logits / temperature
    if top_k:
        kth = z.topk(min(top_k, z.shape[-1])).values[:, -1:]
        z = z.masked_fill(z < kth, float("-inf"))
    if top_p:
        s, idx = z.sort(descending=True)
        p = s.softmax(-1)
        s = s.masked_fill(p.cumsum(-1) - p >= top_p, float("-inf"))
        z = torch.empty_like(z).scatter(-1, idx, s)
    return torch.multinomial(z.softmax(-1), 1).squeeze(1)
