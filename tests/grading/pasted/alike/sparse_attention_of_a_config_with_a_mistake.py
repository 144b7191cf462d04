# problem: native-sparse-attention-gate
# expect: fail
@dataclass
class NSAConfig:
    block_size: int = 4
    num_selected_blocks: int = 2
    sliding_window: int = 8

def _attn(qi, ks, vs):
    if ks.shape[0] == 0:
        return torch.zeros(vs.shape[-1], dtype=qi.dtype)
    p = torch.softmax(ks @ qi / qi.shape[0] ** 0.5, 0)
    return p @ vs

def native_sparse_attention(q, k, v, g, cfg: NSAConfig):
    bs = cfg.block_size
    rows = []
    for t in range(q.shape[0]):
        nb = t // bs
        full = (t + 1) // bs
        ck = torch.stack([k[i * bs:(i + 1) * bs].mean(0) for i in range(full)]) if full else k[:0]
        cv = torch.stack([v[i * bs:(i + 1) * bs].mean(0) for i in range(full)]) if full else v[:0]
        comp = _attn(q[t], ck, cv)
        if nb:
            sc = ck[:nb] @ q[t]
            sel = sc.topk(min(cfg.num_selected_blocks, nb)).indices.tolist()
        else:
            sel = []
        ids = [j for b in sorted(sel) for j in range(b * bs, (b + 1) * bs)] + list(range(nb * bs, t + 1))
        slc = _attn(q[t], k[ids], v[ids])
        lo = max(0, t - cfg.sliding_window)
        win = _attn(q[t], k[lo:t + 1], v[lo:t + 1])
        rows.append(g[t, 0] * comp + g[t, 1] * slc + g[t, 2] * win)
    return torch.stack(rows)
