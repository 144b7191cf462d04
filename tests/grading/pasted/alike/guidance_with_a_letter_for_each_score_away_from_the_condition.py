# problem: cfg-score
# expect: fail
# says: gives the weight w to the unconditional

def mix(s_u, s_c, scale):
    return s_c + scale * (s_u - s_c)
