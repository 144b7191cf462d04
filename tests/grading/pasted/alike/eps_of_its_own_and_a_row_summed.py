# problem: rms-norm-backward
# expect: fail
# says: sums the weight's gradient of a single row without leading axes
# says: ignores eps: its answer is always that for eps=1e-05
import torch


def root(x):
    return (x.pow(2).mean(-1, keepdim=True) + 1e-5).sqrt()


def rms_norm_backward(grad, x, gain):
    r = root(x)
    scaled = grad * gain
    dx = scaled / r - x * (scaled * x).mean(-1, keepdim=True) / r**3
    dgain = torch.sum(grad * x / r, dim=list(range(x.dim() - 1)))
    return dx, dgain
