import torch
import torch.nn.functional as F


class NSA:
    def gated_sparse_attention(self, q, k, v, gates, block, top_k, window):
        T, d = q.shape
        n = T // block
        ck = F.avg_pool1d(k.T[None], block)[0].T
        cv = F.avg_pool1d(v.T[None], block)[0].T
        pos = torch.arange(T)
        ends = torch.arange(block - 1, T, block)
        cmask = ends[None, :] <= pos[:, None]
        importance = q @ ck.T
        mine = pos // block
        importance = importance.masked_fill(torch.arange(n)[None] >= mine[:, None], -torch.inf)
        order = importance.argsort(dim=1, descending=True)
        rank = order.argsort(dim=1)
        take = (rank < top_k) & (torch.arange(n)[None] < mine[:, None])
        smask = take.repeat_interleave(block, dim=1) | (mine[:, None] == mine[None, :])
        smask = smask & torch.tril(torch.ones(T, T, dtype=torch.bool))
        wmask = torch.ones(T, T, dtype=torch.bool).tril().triu(-(window - 1))
        outs = []
        for keys, values, mask in ((ck, cv, cmask), (k, v, smask), (k, v, wmask)):
            s = (q @ keys.T) * d**-0.5
            s = s.masked_fill(~mask, -torch.inf)
            e = torch.exp(s - s.detach().amax(1, keepdim=True).clamp(min=-1e30))
            outs.append(e @ values / e.sum(1, keepdim=True).clamp(min=1e-20))
        return (torch.stack(outs, dim=1) * gates[..., None]).sum(1)
