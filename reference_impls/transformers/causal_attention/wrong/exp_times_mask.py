# slip: no-maximum-masked-by-a-product
import torch


def causal_attention(q, k, v):
    # wrong: q = k = 50 * randn(1, 1, 4, 8) -> inf / inf
    d = q.shape[-1]
    T, S = q.shape[-2], k.shape[-2]
    visible = torch.tril(torch.ones(T, S, dtype=q.dtype, device=q.device), diagonal=S - T)
    e = torch.exp(torch.matmul(q, k.transpose(-2, -1)) / d ** 0.5) * visible
    return torch.matmul(e / e.sum(dim=-1, keepdim=True), v)
