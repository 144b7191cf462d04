# slip: bounded-length-without-eps
import torch.nn.functional as F


def rms_norm(x, weight, eps=1e-6):
    return F.normalize(x, dim=-1) * weight * x.shape[-1] ** 0.5
