# problem: dapo-loss
def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    """
    Args:
        logp (Tensor, required): of each token
        advantages (Tensor, required): of each sequence
    """
    ratio = torch.exp(logp - logp_old)
    weights = torch.einsum("b,bt->bt", advantages, mask)
    bounded = torch.clamp(ratio, 1 - clip_low, 1 + clip_high)
    return -torch.minimum(ratio * weights, bounded * weights).sum() / mask.sum()
