# slip: keys-scaled-at-every-step
import torch


def decode_step(q, k_new, v_new, cache):
    """Wrong for d=4 and a sequence fed in two chunks or more: cached keys count with 1/4, then 1/8, and so on, instead of 1/2. The output is right in one call, or for d=1."""
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k], dim=-2)
        v = torch.cat([cache[1], v], dim=-2)
    k = k * k.shape[-1] ** -0.5
    t, n = q.shape[-2], k.shape[-2]
    scores = torch.einsum("bhtd,bhnd->bhtn", q, k)
    future = torch.ones(t, n, device=q.device).triu(diagonal=n - t + 1).bool()
    w = torch.softmax(scores.masked_fill(future, -torch.inf), dim=-1)
    return torch.einsum("bhtn,bhnd->bhtd", w, v), (k, v)
