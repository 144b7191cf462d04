import cmath


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    phases = {
        step < warmup: lambda: peak / warmup * step,
        warmup <= step < total: lambda: (peak + floor) / 2
        + (peak - floor) / 2 * cmath.exp(1j * cmath.pi * (step - warmup) / (total - warmup)).real,
        step >= total: lambda: float(floor),
    }
    return phases[True]()
