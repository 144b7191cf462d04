# slip: none
def grpo_advantages(rewards, eps=1e-6):
    rewards -= rewards[..., :1].clone()
    rewards -= rewards.mean(-1, keepdim=True)
    n = max(rewards.shape[-1] - 1, 1)
    return rewards / ((rewards.pow(2).sum(-1, keepdim=True) / n).sqrt() + eps)
