# slip: heads-tiled
import torch


def grouped_query_attention(q, k, v, causal=False):
    Hkv = k.shape[1]
    T, S = q.shape[2], k.shape[2]
    outs = []
    for h in range(q.shape[1]):
        s = q[:, h] @ k[:, h % Hkv].transpose(1, 2) / q.shape[-1] ** 0.5
        if causal:
            s = s.masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
        outs.append(s.softmax(-1) @ v[:, h % Hkv])
    return torch.stack(outs, 1)
