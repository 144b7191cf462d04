# slip: detached
import torch


@torch.no_grad()
def discrete_q_sample_probs(x0, q_bar):
    return q_bar[x0]
