# problem: cfg-score

def mix(s_u, s_c, scale):
    return s_u + scale * (s_c - s_u)
