import torch


def discrete_q_sample_probs(x0, q_bar):
    hot = (x0.unsqueeze(-1) == torch.arange(len(q_bar))).float()
    return torch.einsum("bli,ij->blj", hot, q_bar)
