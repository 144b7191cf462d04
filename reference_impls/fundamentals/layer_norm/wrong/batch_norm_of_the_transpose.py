# slip: none
import torch.nn.functional as F


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.size(-1)
    y = F.batch_norm(x.reshape(-1, d).T, None, None, training=True, eps=eps).T if x.numel() // d > 0 and d > 1 else x.reshape(-1, d) * 0
    return (y * gamma + beta).reshape(x.shape)
