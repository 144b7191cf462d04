import torch


def bootstrap_ci(scores_a, scores_b, resamples, alpha=0.05):
    """How often each item was drawn, times the differences."""
    n = scores_a.numel()
    counts = torch.nn.functional.one_hot(resamples, n).sum(1).to(scores_a.dtype)
    stats = counts @ (scores_a - scores_b) / n
    s, _ = torch.sort(stats)
    ends = []
    for q in (alpha / 2, 1 - alpha / 2):
        pos = q * (s.numel() - 1)
        lo = int(pos)
        hi = min(lo + 1, s.numel() - 1)
        ends.append(torch.lerp(s[lo], s[hi], pos - lo))
    return torch.stack([(scores_a - scores_b).mean(), *ends])
