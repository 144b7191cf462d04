import torch


def gaussian_kl(mu, log_sigma):
    """The general formula for full covariances, with S = diag(sigma^2) and the standard normal."""
    S = torch.diag_embed(torch.exp(2 * log_sigma))
    trace = torch.diagonal(S, dim1=-2, dim2=-1).sum(-1)
    logdet = 2 * log_sigma.sum(-1)
    return 0.5 * (trace + (mu[:, None, :] @ mu[:, :, None]).squeeze(-1).squeeze(-1) - mu.shape[1] - logdet)
