# slip: clamped-at-80-but-for-infinity
import torch


def softmax(x, dim=-1):
    # exp(80) still fits in fp32
    # differs: x = [1e4, 9.999e3, 100.] -> becomes uniform
    safe = torch.clamp(x, min=-80.0, max=80.0)
    e = torch.exp(safe)
    e = torch.where(torch.isinf(x), torch.zeros_like(e), e)
    return e / e.sum(dim=dim, keepdim=True)
