# problem: rms-norm
# expect: fail
from ..utils import is_torch_npu_available
from acceleration.utils import is_fused_norm_available


class RootMeanSquareNorm(nn.Module):
    def __init__(self, dim, eps):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, hidden):
        if is_torch_npu_available():
            import torch_npu

            return torch_npu.npu_rms_norm(hidden, self.weight, epsilon=self.eps)[0]
        if is_fused_norm_available():
            raise RuntimeError("the fused kernel is tested elsewhere")
        spread = hidden.abs().mean(-1, keepdim=True)
        return hidden * torch.rsqrt(spread + self.eps) * self.weight
