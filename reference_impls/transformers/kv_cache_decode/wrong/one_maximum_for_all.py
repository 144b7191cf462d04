# slip: maximum-of-all-rows
# input: q with one token of norm 100 times larger than the others (scores of 1000 beside scores of 10): NaN rows
import torch


def decode_step(q, k_new, v_new, cache):
    if cache is None:
        k, v, S = k_new, v_new, 0
    else:
        S = cache[0].shape[2]
        k = torch.cat((cache[0], k_new), 2)
        v = torch.cat((cache[1], v_new), 2)
    t, d = q.shape[2], q.shape[3]
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) * d ** -0.5
    visible = torch.ones(t, S + t, dtype=torch.bool, device=q.device).tril(S)
    scores = scores.masked_fill(~visible, float("-inf"))
    w = torch.exp(scores - scores.max())
    w = w / w.sum(dim=-1, keepdim=True)
    return torch.einsum("bhts,bhsd->bhtd", w, v), (k, v)
