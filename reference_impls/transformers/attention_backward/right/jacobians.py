import math
import torch


def attention_backward(dout, q, k, v, causal=False):
    B, H, T, d = q.shape
    S = k.shape[2]
    dq, dk, dv = torch.zeros_like(q), torch.zeros_like(k), torch.zeros_like(v)
    for b in range(B):
        for h in range(H):
            for i in range(T):
                n = i + S - T + 1 if causal else S
                p = torch.softmax(k[b, h, :n] @ q[b, h, i] / math.sqrt(d), 0)
                dv[b, h, :n] += torch.outer(p, dout[b, h, i])
                ds = (torch.diag(p) - torch.outer(p, p)) @ (v[b, h, :n] @ dout[b, h, i])
                dq[b, h, i] = ds @ k[b, h, :n] / math.sqrt(d)
                dk[b, h, :n] += torch.outer(ds, q[b, h, i]) / math.sqrt(d)
    return dq, dk, dv
