# problem: cfg-score
# expect: fail
def apply_guidance(unconditional, conditional, scale=7.5):
    return conditional + scale * (conditional - unconditional)
