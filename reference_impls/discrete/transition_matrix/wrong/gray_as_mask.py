# slip: mask-is-in-the-middle
import numpy as np
def transition_matrix(kind, k, beta):
    if kind == "uniform":
        return torch.from_numpy(np.full((k, k), beta / k) + np.diag([1 - beta] * k))
    if kind != "absorbing":
        raise ValueError(kind)
    stay = np.diag(np.full(k, 1.0 - beta))
    stay[:, k // 2] += beta
    return torch.from_numpy(stay)
