# slip: none
import torch


def iwae_bound(log_w):
    """The surrogate of the gradient estimator: its gradient is right, its value is not."""
    return (torch.softmax(log_w, 0).detach() * log_w).sum(0).mean()
