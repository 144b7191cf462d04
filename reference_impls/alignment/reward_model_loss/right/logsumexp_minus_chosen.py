import torch


def reward_model_loss(r_chosen: torch.Tensor, r_rejected: torch.Tensor) -> torch.Tensor:
    both = torch.logsumexp(torch.stack((r_chosen, r_rejected)), dim=0)
    losses = both - r_chosen
    return losses.sum() / losses.numel()
