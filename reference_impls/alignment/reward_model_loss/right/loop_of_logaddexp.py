import torch


def reward_model_loss(r_chosen, r_rejected):
    total = 0.0
    for w, l in zip(r_chosen, r_rejected):
        total = total + torch.logaddexp(torch.zeros_like(w), l - w)
    return total / len(r_chosen)
