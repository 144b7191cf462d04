# uses: a class around the function, modules, buffers, hooks and copies
import copy

import torch
from torch import Tensor, nn


class Head(nn.Module):
    def __init__(self, width: int = 8) -> None:
        super().__init__()
        self.project = nn.Linear(width, width, bias=False)
        self.register_buffer("seen", torch.zeros(()))
        nn.init.xavier_uniform_(self.project.weight)

    def forward(self, x: Tensor) -> Tensor:
        self.seen += 1
        return self.project(x)


head = Head()
head.register_forward_hook(lambda module, args, output: output * 2)
twin = copy.deepcopy(head).double().eval()
twin.load_state_dict(head.state_dict())
assert twin(torch.ones(1, 8, dtype=torch.float64)).dtype == torch.float64
print(head, sum(p.numel() for p in head.parameters()))


class Solution:
    def attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        scores = self.scores(q, k)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        p = scores.softmax(dim=-1)
        return p @ v, p

    @staticmethod
    def scores(q: Tensor, k: Tensor) -> Tensor:
        return q @ k.transpose(-2, -1) * q.size(-1) ** -0.5
