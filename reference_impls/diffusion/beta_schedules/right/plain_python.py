import math


def alphas_bar(schedule, steps):
    def bar(t):
        return math.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2

    if schedule not in ("linear", "cosine"):
        raise ValueError(f"unknown schedule {schedule}")
    out, product = [], 1.0
    for i in range(steps):
        if schedule == "linear":
            beta = 1e-4 + i * (0.02 - 1e-4) / (steps - 1)
        else:
            beta = min(1 - bar((i + 1) / steps) / bar(i / steps), 0.999)
        product *= 1.0 - beta
        out.append(product)
    return out
