import torch


def k3_kl(logp: torch.Tensor, logp_ref: torch.Tensor) -> torch.Tensor:
    """Schulman's names: r is ref over policy, logr its logarithm."""
    logr = logp_ref - logp
    r = logr.exp()
    k3 = (r - 1) - logr
    return k3.clamp_min(0.0)
