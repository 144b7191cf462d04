# slip: group-size-from-the-first-axis
# witness: rewards of shape (6, 4), or (2, 4)
import torch


def grpo_advantages(rewards, eps=1e-6):
    G = rewards.shape[0] if rewards.dim() == 1 else len(rewards)
    r = rewards.reshape(-1, G)
    if G == 1:
        return torch.zeros_like(rewards)
    d = r - r[:, :1]                                  # exact zeros for equal rewards
    d = d - d.mean(dim=1, keepdim=True)
    std = (d.square().sum(dim=1, keepdim=True) / (G - 1)).sqrt()
    return (d / (std + eps)).reshape(rewards.shape)
