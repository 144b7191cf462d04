# slip: logarithms
import torch


def discrete_q_sample_probs(x0, q_bar):
    return torch.log(q_bar.clamp(min=1e-6))[x0]
