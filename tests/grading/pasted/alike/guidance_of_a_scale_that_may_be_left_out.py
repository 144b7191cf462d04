# problem: cfg-score
def apply_guidance(unconditional, conditional, scale=7.5):
    return unconditional + scale * (conditional - unconditional)
