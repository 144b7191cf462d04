# slip: columns
import torch
import torch.nn.functional as F


def discrete_q_sample_probs(x0, q_bar):
    x = F.one_hot(x0, q_bar.shape[0]).to(q_bar.dtype)
    return torch.einsum("bli,ji->blj", x, q_bar)
