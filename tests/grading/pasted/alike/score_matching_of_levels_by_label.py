# problem: dsm-loss
# says: your labels are indices of sigmas, which holds the levels
def annealed_dsm(scorenet, samples, labels, sigmas, power=2.0):
    """A loss of a network that is told the number of its level."""
    level = sigmas[labels].reshape(-1, *([1] * (samples.ndim - 1)))
    noisy = samples + level * torch.randn_like(samples)
    wanted = (samples - noisy) / level**2
    gap = (scorenet(noisy, labels) - wanted).flatten(1)
    return (gap.square().sum(dim=1) / 2 * level.flatten() ** power).mean()
