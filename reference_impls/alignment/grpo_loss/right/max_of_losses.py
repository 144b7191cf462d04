import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    """As in a trainer: losses, not gains."""
    coef_1 = torch.exp(logp - logp_old)
    coef_2 = torch.clamp(coef_1, 1 - clip, 1 + clip)
    per_token_loss = torch.max(-coef_1 * advantages[:, None], -coef_2 * advantages[:, None])
    per_token_kl = torch.exp(logp_ref - logp) - (logp_ref - logp) - 1
    per_token_loss = per_token_loss + beta * per_token_kl
    return ((per_token_loss * mask).sum(-1) / mask.sum(-1).clamp(min=1.0)).mean()
