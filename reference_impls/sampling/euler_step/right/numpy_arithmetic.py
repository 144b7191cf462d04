import numpy as np
import torch


def euler_step(v, x, t, dt):
    slope = v(x, t)
    slope = slope.detach().cpu().numpy() if isinstance(slope, torch.Tensor) else np.asarray(slope)
    return np.asarray(x) + float(dt) * slope
