import numpy as np
import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    ab = alphas_bar.numpy()
    x = x_T.numpy().copy()
    T = ab.size
    for i in range(steps):
        t = (T - 1) * (steps - i) // steps
        s = (T - 1) * (steps - i - 1) // steps
        with torch.no_grad():
            eps = model(torch.from_numpy(x), torch.from_numpy(np.full(x.shape[0], t, dtype=np.int64))).numpy()
        x0 = (x - np.sqrt(1 - ab[t]) * eps) / np.sqrt(ab[t])
        x = np.sqrt(ab[s]) * x0 + np.sqrt(1 - ab[s]) * eps
    return x
