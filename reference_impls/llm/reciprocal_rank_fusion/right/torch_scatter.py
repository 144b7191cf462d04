import torch


class Solution:
    def rrf(self, rankings, k=60):
        flat = [d for r in rankings for d in r]
        if not flat:
            return []
        ids = list(dict.fromkeys(flat))
        where = torch.tensor([ids.index(d) for d in flat])
        gain = torch.cat([1 / (k + torch.arange(1, len(r) + 1, dtype=torch.float64)) for r in rankings])
        total = torch.zeros(len(ids), dtype=torch.float64).index_add(0, where, gain)
        values, order = total.sort(descending=True)
        return [(ids[i], v.item()) for i, v in zip(order.tolist(), values)]
