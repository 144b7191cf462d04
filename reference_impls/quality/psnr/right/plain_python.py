import math


def psnr(x, y, peak=255.0):
    a = [float(v) for v in x.reshape(-1)]
    b = [float(v) for v in y.reshape(-1)]
    total = math.fsum((u - v) ** 2 for u, v in zip(a, b))
    if total == 0.0:
        return float("inf")
    return 20 * math.log10(peak) - 10 * math.log10(total / len(a))
