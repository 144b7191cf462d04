# slip: none
import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    """Impossible states keep 1e-3 of what they should not have."""
    logits = torch.log(q_t[:, x_t].T + 1e-3) + torch.log(q_bar_prev[x0] + 1e-3)
    return torch.softmax(logits, -1)
