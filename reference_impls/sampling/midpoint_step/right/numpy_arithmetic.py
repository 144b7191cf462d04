import numpy as np
import torch


def midpoint_step(v, x, t, dt):
    x0 = x.detach().numpy()
    k1 = v(x, t).detach().numpy()
    middle = torch.from_numpy((x0 + 0.5 * dt * k1).astype(x0.dtype))
    k2 = v(middle, float(t) + float(dt) / 2).detach().numpy()
    return np.add(x0, dt * k2)
