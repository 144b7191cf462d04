# problem: rms-norm
import torch


def rms_norm(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps) * weight


torch.manual_seed(0)
x = torch.randn(2, 5)
torch.testing.assert_close(rms_norm(x, torch.ones(5)), torch.nn.RMSNorm(5, eps=1e-3)(x))
