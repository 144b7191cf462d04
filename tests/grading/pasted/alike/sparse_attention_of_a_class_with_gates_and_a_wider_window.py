# problem: native-sparse-attention-gate
# expect: fail
# says: one position too many
import torch
import torch.nn.functional as F

class NSA:
    def __init__(self, block_size, window_size, topk_blocks):
        self.block_size, self.window_size, self.topk_blocks = block_size, window_size, topk_blocks

    @staticmethod
    def attend(q, k, v, mask):
        s = (q @ k.T) / q.shape[-1] ** 0.5
        s = s.masked_fill(~mask, float("-inf"))
        dead = ~mask.any(-1, keepdim=True)
        s = s.masked_fill(dead, 0.0)
        return torch.softmax(s, -1).masked_fill(dead, 0.0) @ v

    def forward(self, q, k, v, compressed_gate, selected_gate, window_gate):
        T, b = q.shape[0], self.block_size
        n = T // b
        kc, vc = k.view(n, b, -1).mean(1), v.view(n, b, -1).mean(1)
        pos = torch.arange(T)
        ends = (torch.arange(n) + 1) * b - 1
        o_cmp = self.attend(q, kc, vc, ends[None] <= pos[:, None])
        own = pos // b
        past = torch.arange(n)[None] < own[:, None]
        imp = (q @ kc.T).detach().masked_fill(~past, float("-inf"))
        kk = min(self.topk_blocks, n)
        idx = imp.topk(kk, -1).indices
        chosen = torch.zeros(T, n, dtype=torch.bool).scatter(1, idx, True) & past
        chosen = chosen | (torch.arange(n)[None] == own[:, None])
        causal = pos[None] <= pos[:, None]
        o_slc = self.attend(q, k, v, chosen.repeat_interleave(b, 1) & causal)
        o_swa = self.attend(q, k, v, causal & (pos[:, None] - pos[None] <= self.window_size))
        return compressed_gate * o_cmp + selected_gate * o_slc + window_gate * o_swa

    __call__ = forward
