# slip: top-p-from-the-least-likely
import torch

def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return logits.argmax(-1)
    z = logits / temperature
    if top_k is not None:
        z = z.masked_fill(z < z.topk(top_k).values[:, -1:], float('-inf'))
    p = z.softmax(-1)
    if top_p is not None:
        s, o = torch.sort(p, dim=-1)
        s = torch.where(s.cumsum(-1) - s < max(top_p, 1e-9), s, torch.zeros_like(s))
        p = torch.zeros_like(p).scatter(1, o, s)
    return torch.multinomial(p, 1).squeeze(1)
