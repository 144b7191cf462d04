import math


def grpo_advantages(rewards, eps=1e-6):
    def one(group):
        g = [float(r) for r in group]
        n = len(g)
        if n < 2 or all(r == g[0] for r in g):
            return [0.0] * n
        mu = sum(g) / n
        sd = math.sqrt(sum((r - mu) ** 2 for r in g) / (n - 1))
        return [(r - mu) / (sd + eps) for r in g]

    if rewards.ndim == 1:
        return one(rewards)
    return [one(g) for g in rewards]
