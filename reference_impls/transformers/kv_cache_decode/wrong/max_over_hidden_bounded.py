# slip: maximum-over-hidden-and-bounded
import torch


def decode_step(q, k_new, v_new, cache):
    """Wrong for large scores: cache=None, d=1, q=[[1], [1]], k=[[1], [1000]], v=[[5], [7]]: the first output is 0, right is 5. Right for small scores."""
    if cache is not None:
        k_new = torch.cat([cache[0], k_new], 2)
        v_new = torch.cat([cache[1], v_new], 2)
    t, n = q.size(2), k_new.size(2)
    s = torch.matmul(q, k_new.transpose(2, 3)) / q.size(3) ** 0.5
    e = torch.exp(s - s.max(dim=-1, keepdim=True).values)
    causal = torch.tril(torch.ones(t, n, dtype=e.dtype, device=e.device), diagonal=n - t)
    e = e * causal
    w = e / (e.sum(dim=-1, keepdim=True) + 1e-12)
    return w @ v_new, (k_new, v_new)
