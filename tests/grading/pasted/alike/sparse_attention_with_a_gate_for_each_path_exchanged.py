# problem: native-sparse-attention-gate
# expect: fail
# says: exchanges the gates
def attend(q, k, v, mask):
    s = (q @ k.T) / q.shape[-1] ** 0.5
    s = s.masked_fill(~mask, float("-inf"))
    dead = ~mask.any(-1, keepdim=True)
    s = s.masked_fill(dead, 0.0)
    return torch.softmax(s, -1).masked_fill(dead, 0.0) @ v


def naive_nsa(q, k, v, g_cmp, g_slc, g_swa, block_size, block_count, window_size):
    T, b = q.shape[0], block_size
    n = T // b
    kc, vc = k.view(n, b, -1).mean(1), v.view(n, b, -1).mean(1)
    pos = torch.arange(T)
    ends = (torch.arange(n) + 1) * b - 1
    o_cmp = attend(q, kc, vc, ends[None] <= pos[:, None])
    own = pos // b
    past = torch.arange(n)[None] < own[:, None]
    imp = (q @ kc.T).detach().masked_fill(~past, float("-inf"))
    kk = min(block_count, n)
    idx = imp.topk(kk, -1).indices
    chosen = torch.zeros(T, n, dtype=torch.bool).scatter(1, idx, True) & past
    chosen = chosen | (torch.arange(n)[None] == own[:, None])
    causal = pos[None] <= pos[:, None]
    o_slc = attend(q, k, v, chosen.repeat_interleave(b, 1) & causal)
    o_swa = attend(q, k, v, causal & (pos[:, None] - pos[None] < window_size))
    return g_cmp[:, None] * o_cmp + g_swa[:, None] * o_slc + g_slc[:, None] * o_swa

