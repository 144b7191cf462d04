import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        if d_model // n_heads * n_heads != d_model:
            raise ValueError("n_heads has to divide d_model")
        self.d_head = d_model // n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        # heads in front: (H, B, N, d)
        q = torch.stack(self.q(x).split(self.d_head, dim=-1))
        k = torch.stack(self.k(context).split(self.d_head, dim=-1))
        v = torch.stack(self.v(context).split(self.d_head, dim=-1))
        scores = torch.einsum("hbtd,hbsd->bhts", q, k).mul(1 / self.d_head**0.5)
        if mask is not None:
            hidden = torch.broadcast_to(mask == 0, scores.shape)
            scores = scores.clone()
            scores[hidden] = -float("inf")
        weights = torch.exp(scores - torch.logsumexp(scores, -1, keepdim=True))
        mixed = torch.einsum("bhts,hbsd->hbtd", weights, v)
        return self.out(torch.cat(list(mixed), dim=-1))
