# slip: softmax
import torch


def discrete_q_sample_probs(x0, q_bar):
    return torch.softmax(q_bar[x0], -1)
