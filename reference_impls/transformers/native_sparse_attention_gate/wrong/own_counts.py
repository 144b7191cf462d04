# slip: own-block-takes-a-place
import torch


def att(q, keys, values, mask):
    s = q @ keys.T / q.shape[1] ** 0.5
    some = mask.any(1, keepdim=True)
    return s.masked_fill(~mask & some, float("-inf")).softmax(1) @ values * some


def gated_sparse_attention(q, k, v, gates, block, top_k, window):
    T, d = q.shape
    n = T // block
    t, b = torch.arange(T), torch.arange(n)
    ck = k.reshape(n, block, d).mean(1)
    cv = v.reshape(n, block, d).mean(1)
    mine = (t // block)[:, None]
    comp = att(q, ck, cv, (b + 1) * block <= t[:, None] + 1)
    rank = (q @ ck.T).masked_fill(b >= mine, float("-inf"))
    take = torch.zeros(T, n, dtype=torch.bool)
    take.scatter_(1, rank.topk(min(top_k - 1, n), 1).indices, True)
    take &= b < mine
    take |= b == mine
    sel = att(q, k, v, take.repeat_interleave(block, 1) & (t <= t[:, None]))
    win = att(q, k, v, (t <= t[:, None]) & (t > t[:, None] - window))
    return gates[:, [0]] * comp + gates[:, [1]] * sel + gates[:, [2]] * win
