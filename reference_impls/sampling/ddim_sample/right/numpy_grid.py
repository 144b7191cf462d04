import torch
import numpy as np
import math


def ddim_sample(model, x_T, alphas_bar, steps):
    with torch.inference_mode(False), torch.no_grad():
        times = np.rint(np.linspace(0, len(alphas_bar) - 1, steps + 1)).astype(int)[::-1]
        x = x_T
        for now, nxt in zip(times, times[1:]):
            e = model(x, torch.tensor([int(now)] * len(x)))
            a, an = float(alphas_bar[int(now)]), float(alphas_bar[int(nxt)])
            pred = (x - math.sqrt(1 - a) * e) / math.sqrt(a)
            x = math.sqrt(an) * pred + math.sqrt(1 - an) * e
    return x
