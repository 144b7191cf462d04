# slip: std-of-the-batch
def grpo_advantages(rewards, eps=1e-6):
    out = (rewards - rewards.mean(-1, keepdim=True)) / (rewards.std() + eps)
    same = (rewards == rewards[..., :1]).all(-1, keepdim=True)
    return out.masked_fill(same, 0.0)
