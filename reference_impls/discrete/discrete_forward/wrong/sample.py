# slip: none
import torch


def discrete_q_sample_probs(x0, q_bar):
    return torch.distributions.Categorical(probs=q_bar[x0]).sample()
