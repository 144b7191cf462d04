# slip: length-over-width
import torch


def rms_norm(x, weight, eps=1e-6):
    # x = torch.ones(4): returns 2 everywhere
    D = x.size(-1)
    norm = torch.linalg.vector_norm(x, dim=-1, keepdim=True)
    rms = norm / D
    return x / torch.sqrt(rms ** 2 + eps) * weight
