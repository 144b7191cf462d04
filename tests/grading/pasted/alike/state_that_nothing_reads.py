# problem: cfg-score
def guided(x, base, guidance_scale, cond=None):
    return base if cond is None else base + guidance_scale * (cond - base)
