# slip: zero-read-as-none
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0: return logits.argmax(-1)
    l = logits / temperature
    if top_k:
        k = min(top_k, l.shape[-1])
        th = l.topk(k, -1).values[:, -1:]
        l = l.masked_fill(l < th, float("-inf"))
    if top_p:
        sl, si = l.sort(-1, descending=True)
        p = sl.softmax(-1)
        rm = p.cumsum(-1) - p >= top_p
        rm[:, 0] = False
        l = l.masked_fill(torch.zeros_like(rm).scatter(1, si, rm), float("-inf"))
    return torch.multinomial(l.softmax(-1), 1).squeeze(-1)
