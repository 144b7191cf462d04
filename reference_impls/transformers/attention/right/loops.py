import torch, math


def my_softmax(row):
    e = torch.exp(row - row.max())
    return e / e.sum()


def attention(q, k, v, mask=None):
    B, H, T, d = q.shape
    S = k.shape[2]
    if mask is not None:
        mask = torch.as_tensor(mask).expand(B, H, T, S)
    outs, weights = [], []
    for b in range(B):
        ob, wb = [], []
        for h in range(H):
            rows = []
            for t in range(T):
                row = (k[b, h] @ q[b, h, t]) / math.sqrt(d)
                if mask is not None:
                    row = torch.where(mask[b, h, t].bool(), row, torch.full_like(row, -torch.inf))
                rows.append(my_softmax(row))
            w = torch.stack(rows)
            wb.append(w)
            ob.append(w @ v[b, h])
        outs.append(torch.stack(ob))
        weights.append(torch.stack(wb))
    return torch.stack(outs), torch.stack(weights)
