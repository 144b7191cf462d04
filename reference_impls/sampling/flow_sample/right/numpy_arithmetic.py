import numpy as np
import torch


def flow_sample(model, x0, steps):
    x = np.array(x0)
    for i in range(steps):
        t = np.full(len(x), i / steps, dtype=x.dtype)
        v = model(torch.from_numpy(x), torch.from_numpy(t))
        x = x + v.detach().numpy() / steps
    return x
