import torch
def top_p_filter(logits, p):
    V = logits.size(-1)
    rows = logits.reshape(-1, V)
    outs = []
    for r in rows:
        pr = torch.softmax(r, 0).tolist(); tot = 0; keep = []
        for j in sorted(range(V), key=lambda j: -pr[j]):
            keep.append(j); tot += pr[j]
            if tot >= p: break
        o = torch.full_like(r, float('-inf')).index_put((torch.tensor(keep),), r[keep])
        outs.append(o)
    return torch.stack(outs).reshape(logits.shape)
