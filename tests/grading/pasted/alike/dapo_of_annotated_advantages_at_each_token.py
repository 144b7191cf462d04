# problem: dapo-loss
# says: your advantages is given as (batch, seq)
def token_level_loss(
    logp: Float[Tensor, "batch seq"],
    old_logp: Float[Tensor, "batch seq"],
    advantages: Float[Tensor, "batch seq"],
    mask: Float[Tensor, "batch seq"],
    eps_low: float = 0.2,
    eps_high: float = 0.28,
):
    ratio = (logp - old_logp).exp()
    gain = torch.minimum(ratio * advantages, ratio.clamp(1 - eps_low, 1 + eps_high) * advantages)
    return -(gain * mask).sum() / mask.sum()
