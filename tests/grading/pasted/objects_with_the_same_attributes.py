# problem: frechet-distance
# says: given in your stats_fake: cov and mu
import torch


def frechet_distance_of(stats_real, stats_fake):
    shift = stats_real.mu - stats_fake.mu
    values, vectors = torch.linalg.eigh(stats_real.cov.double())
    root = vectors * values.clamp(min=0).sqrt() @ vectors.T
    inner = torch.linalg.eigvalsh(root @ stats_fake.cov.double() @ root).clamp(min=0).sqrt().sum()
    traces = stats_real.cov.double().trace() + stats_fake.cov.double().trace()
    return (shift.double() @ shift.double() + traces - 2 * inner).to(shift.dtype)
