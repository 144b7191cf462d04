import torch


def informative_groups(rewards):
    """torch's deviation of equal numbers is exactly 0, and that of one number is NaN, which is not above 0."""
    return rewards.to(torch.float64).std(dim=1) > 0
