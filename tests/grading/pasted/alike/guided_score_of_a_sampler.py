# problem: cfg-score
"""One signature for all guides of a sampler: this one needs neither the state nor the time."""

from .schedule import Schedule


def guided_score(x_t, t, cond_score, uncond_score, scale):
    return uncond_score + scale * (cond_score - uncond_score)
