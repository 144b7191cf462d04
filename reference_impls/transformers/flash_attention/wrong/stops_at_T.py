# slip: stops-without-the-offset
# input: causal=True, T=20, S=70, block=16: blocks that begin at 32, 48, 64 are visible to the queries but skipped
import torch


def flash_attention(q, k, v, block=16, causal=False):
    B, H, T, d = q.shape
    S, e = k.shape[2], v.shape[3]
    q = q * d ** -0.5
    m = torch.full((B, H, T, 1), float("-inf"), dtype=q.dtype, device=q.device)
    l = torch.zeros((B, H, T, 1), dtype=q.dtype, device=q.device)
    acc = torch.zeros((B, H, T, e), dtype=q.dtype, device=q.device)
    rows = torch.arange(T, device=q.device)[:, None] + (S - T)
    for j0 in range(0, S, block):
        if causal and j0 > T - 1:          # everything from here on lies in the future
            break
        j1 = min(j0 + block, S)
        s = q @ k[:, :, j0:j1].transpose(-1, -2)
        if causal:
            s = s.masked_fill(torch.arange(j0, j1, device=q.device)[None, :] > rows, float("-inf"))
        m_new = torch.maximum(m, s.amax(-1, keepdim=True))
        p = torch.exp(s - m_new)
        corr = torch.exp(m - m_new)
        l = l * corr + p.sum(-1, keepdim=True)
        acc = acc * corr + p @ v[:, :, j0:j1]
        m = m_new
    return acc / l
