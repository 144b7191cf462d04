# slip: low-temperature-for-0
# temperature 0 is replaced by 1e-3 instead of taking the argmax; close logits are still sampled
# input: logits [[1.0, 1.0005]], temperature=0: token 0 comes up in more than a third of the draws
import torch


def sample_next_token(logits, temperature=1.0, top_k=None, top_p=None):
    z = logits.double() / max(temperature, 1e-3)  # avoids the division by zero
    V = z.shape[-1]
    if top_k is not None and top_k < V:
        kth = z.topk(top_k, dim=-1).values[:, -1:]
        z = torch.where(z < kth, torch.full_like(z, float("-inf")), z)
    if top_p is not None:
        s, idx = z.sort(dim=-1, descending=True)
        p = s.softmax(-1)
        cut = (p.cumsum(-1) - p) >= top_p
        cut[:, 0] = False
        s = s.masked_fill(cut, float("-inf"))
        z = torch.empty_like(z).scatter_(-1, idx, s)
    return torch.multinomial(z.softmax(-1), 1).squeeze(1)
