import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    """Cross-entropy of a two-way choice between the implicit rewards."""
    rewards = torch.stack([beta * (pol_w - ref_w), beta * (pol_l - ref_l)], dim=-1)  # (B,2)
    target = torch.zeros(len(pol_w), dtype=torch.long)
    return torch.nn.functional.cross_entropy(rewards, target)
