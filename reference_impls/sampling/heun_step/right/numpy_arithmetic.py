import numpy as np
import torch


def heun_step(v, x, t, dt):
    with torch.no_grad():
        k1 = v(x, t).numpy()
        h = float(dt)
        guess = torch.from_numpy((x.numpy() + h * k1).astype(k1.dtype))
        k2 = v(guess, float(t) + h).numpy()
    return x.numpy() + h * np.mean([k1, k2], axis=0)
