# problem: logit-normal-time
import torch


def sample_logit_normal(m_loc: float, s_scale: float, bs: int, device, dtype):
    eps = torch.randn(bs, device=device, dtype=dtype)
    return torch.sigmoid(m_loc + s_scale * eps)
