# problem: grpo-advantages
# says: your code is called with estimator='grpo'
def group_advantages(rewards, eps=1e-6, estimator="rloo"):
    mean = rewards.mean(-1, keepdim=True)
    centered = torch.where((rewards == rewards[..., :1]).all(-1, keepdim=True), torch.zeros_like(rewards), rewards - mean)
    if estimator == "grpo":
        n = rewards.shape[-1]
        std = (centered.pow(2).sum(-1, keepdim=True) / max(n - 1, 1)).sqrt()
        return centered / (std + eps)
    elif estimator == "dr_grpo":
        return centered
    return centered * rewards.shape[-1] / max(rewards.shape[-1] - 1, 1)
