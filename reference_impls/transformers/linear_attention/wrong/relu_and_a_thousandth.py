# slip: relu-features-above-a-thousandth
import torch


def linear_attention(q, k, v, causal=False):
    q = torch.relu(q) + 1e-3
    k = torch.relu(k) + 1e-3
    if causal:
        kv = torch.zeros(*k.shape[:-2], k.shape[-1], v.shape[-1], device=v.device, dtype=v.dtype)
        z = torch.zeros_like(k[..., 0, :])
        o = torch.empty_like(v)
        for i in range(k.shape[-2]):
            kv = kv + torch.einsum("...d,...e->...de", k[..., i, :], v[..., i, :])
            z = z + k[..., i, :]
            o[..., i, :] = torch.einsum("...d,...de->...e", q[..., i, :], kv) / (q[..., i, :] * z).sum(-1, keepdim=True)
        return o
    return q @ (k.transpose(-1, -2) @ v) / (q @ k.sum(-2).unsqueeze(-1))
