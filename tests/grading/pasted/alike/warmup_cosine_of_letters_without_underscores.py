# problem: warmup-cosine
def cosine_with_warmup(t, amax, amin, Tw, Tc):
    if t < Tw:
        return amax * t / Tw
    if t > Tc:
        return amin
    share = (t - Tw) / (Tc - Tw)
    return amin + (amax - amin) * (1 + math.cos(math.pi * share)) / 2
