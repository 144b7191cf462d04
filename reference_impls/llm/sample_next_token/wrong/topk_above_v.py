# slip: top-k-above-v-raises
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0: return logits.argmax(-1)
    l = logits / temperature
    if top_k is not None:
        th = l.topk(top_k, -1).values[:, -1:]
        l = l.masked_fill(l < th, float("-inf"))
    if top_p is not None:
        sl, si = l.sort(-1, descending=True)
        p = sl.softmax(-1)
        rm = p.cumsum(-1) - p >= top_p
        rm[:, 0] = False
        l = l.masked_fill(torch.zeros_like(rm).scatter(1, si, rm), float("-inf"))
    return torch.multinomial(l.softmax(-1), 1).squeeze(-1)
