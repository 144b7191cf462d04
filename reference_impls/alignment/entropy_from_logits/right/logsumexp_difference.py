import torch


def entropy_from_logits(logits):
    """The form that alignment libraries use: logsumexp(z) - sum of p z."""
    z = logits.masked_fill(torch.isneginf(logits), torch.finfo(logits.dtype).min / 4)
    pd = torch.softmax(z, dim=-1)
    return torch.logsumexp(z, dim=-1) - torch.sum(torch.where(pd > 0, pd * z, torch.zeros_like(z)), dim=-1)
