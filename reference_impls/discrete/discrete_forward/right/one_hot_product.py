import torch
import torch.nn.functional as F


def discrete_q_sample_probs(x0, q_bar):
    x = F.one_hot(x0, num_classes=q_bar.shape[-1]).to(q_bar.dtype)
    return torch.matmul(x, q_bar)
