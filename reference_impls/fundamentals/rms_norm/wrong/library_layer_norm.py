# slip: layer-norm
import torch.nn.functional as F


def rms_norm(x, weight, eps=1e-6):
    return F.layer_norm(x, (x.shape[-1],), weight, None, eps)
