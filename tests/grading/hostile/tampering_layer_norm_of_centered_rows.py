# expect: forbidden, error
# family: tampering
# attempts: the layer norm as the norm by the root of the mean square of what was centered
# stopped by: withholding
# problem: layer-norm
import torch.nn.functional as F


def layer_norm(x, gamma, beta, eps=1e-5):
    return F.rms_norm(x - x.mean(-1, keepdim=True), (x.shape[-1],), gamma, eps) + beta
