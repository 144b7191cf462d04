# slip: stops-too-early
import torch


def flash_attention(q, k, v, block=16, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    outs = []
    for i in range(0, T, block):
        qi = q[..., i : i + block, :]
        m = torch.full(qi.shape[:-1] + (1,), float("-inf"), dtype=q.dtype)
        l = torch.zeros_like(m)
        acc = torch.zeros(qi.shape[:-1] + (v.shape[-1],), dtype=q.dtype)
        rows = torch.arange(i, i + qi.shape[-2])[:, None] + S - T
        for j in range(0, S, block):
            kb, vb = k[..., j : j + block, :], v[..., j : j + block, :]
            s = qi @ kb.transpose(-1, -2) / q.shape[-1] ** 0.5
            if causal and j > i + S - T:
                break
            if causal:
                s = s.masked_fill(torch.arange(j, j + kb.shape[-2])[None] > rows, -1e30)
            m_new = torch.maximum(m, s.amax(-1, keepdim=True))
            p = torch.exp(s - m_new)
            c = torch.exp(m - m_new)
            l = l * c + p.sum(-1, keepdim=True)
            acc = acc * c + p @ vb
            m = m_new
        outs.append(acc / l)
    return torch.cat(outs, -2)
