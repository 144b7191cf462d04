import torch


def discrete_q_sample_probs(x0, q_bar):
    return torch.stack([torch.stack([q_bar[int(i)] for i in row]) for row in x0])
