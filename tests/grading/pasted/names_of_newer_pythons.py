# problem: gelu
from typing import override
from itertools import batched
class GELU(nn.Module):
    @override
    def forward(self, input):
        assert list(batched([1, 2, 3], 2)) == [(1, 2), (3,)]
        return 0.5 * input * (1 + torch.erf(input / math.sqrt(2)))
