import torch


class Solution:
    def sample_next_token(self, logits, temperature=1.0, top_k=None, top_p=None):
        return torch.tensor([self.one(row, temperature, top_k, top_p) for row in logits])

    def one(self, row, temperature, top_k, top_p):
        if temperature == 0:
            return int(row.argmax())
        probs = torch.softmax(row / temperature, dim=0)
        p, ids = torch.sort(probs, descending=True)
        if top_k is not None:
            p, ids = p[:top_k], ids[:top_k]
            p = p / p.sum()
        if top_p is not None:
            n = int((torch.cumsum(p, 0) < top_p).sum()) + 1
            p, ids = p[:n], ids[:n]
        return int(ids[torch.multinomial(p, 1)])
