# slip: probability-of-staying
import torch


def discrete_q_sample_probs(x0, q_bar):
    return torch.diag(q_bar)[x0]
