import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    """As in a trainer: losses, not gains."""
    log_ratio = logp - logp_old
    coef_1 = torch.exp(log_ratio)
    coef_2 = torch.clamp(coef_1, 1 - clip_low, 1 + clip_high)
    per_token_loss1 = coef_1 * advantages.unsqueeze(1)
    per_token_loss2 = coef_2 * advantages.unsqueeze(1)
    per_token_loss = -torch.min(per_token_loss1, per_token_loss2)
    num_items_in_batch = mask.sum()
    return (per_token_loss * mask).sum() / num_items_in_batch.clamp(min=1.0)
