# slip: none
import torch.nn.functional as F


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    return F.group_norm(x.reshape(-1, D), 1, gamma, beta, eps).reshape(x.shape)
