import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    """The token form: the sequence's ratio as a constant, the gradient from every token."""
    n = mask.sum(1, keepdim=True)
    mean_log = ((logp - logp_old) * mask).sum(1, keepdim=True) / n
    s = mean_log.detach().exp() * torch.exp(logp - logp.detach())
    a = advantages[:, None]
    gain = torch.minimum(s * a, s.clamp(1 - clip_low, 1 + clip_high) * a)
    return -((gain * mask).sum(1, keepdim=True) / n).mean()
