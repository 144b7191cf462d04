# slip: alpha-bar-of-now-after-step-0
import numpy as np
import torch


def posterior(x0, x_t, t, betas):
    b = np.asarray(betas, dtype=np.float64)
    cp = np.cumprod(1 - b)
    prev = np.append(1.0, cp)[t]
    if t == 0:
        return x0 + 0, 0.0
    k0 = np.sqrt(cp[t]) * b[t] / (1 - cp[t])
    kt = np.sqrt(1 - b[t]) * (1 - prev) / (1 - cp[t])
    return float(k0) * x0 + float(kt) * x_t, float(b[t] * (1 - prev) / (1 - cp[t]))
