import torch


def dsm_loss(score, x, sigma):
    """Term by term, as the formula is written."""
    B = x.shape[0]
    sig = torch.full((B,), sigma, dtype=x.dtype) if isinstance(sigma, float) else sigma
    eps = torch.randn(x.shape, dtype=x.dtype)
    x_tilde = torch.stack([x[b] + sig[b] * eps[b] for b in range(B)])
    s = score(x_tilde, sig)
    total = 0.0
    for b in range(B):
        total = total + sig[b] ** 2 * torch.sum((s[b] + eps[b] / sig[b]) ** 2)
    return 0.5 * total / B
