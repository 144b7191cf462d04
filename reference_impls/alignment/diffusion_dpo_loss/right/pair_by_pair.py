import torch


def diffusion_dpo_loss(policy_better, policy_worse, base_better, base_worse, strength):
    losses = []
    for pb, pw, bb, bw in zip(policy_better, policy_worse, base_better, base_worse):
        z = strength * (pb - bb - pw + bw)
        losses.append(torch.logaddexp(z, torch.zeros_like(z)))
    return sum(losses) / len(losses)
