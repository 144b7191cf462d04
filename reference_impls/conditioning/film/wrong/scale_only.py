# slip: no-shift
def film(x, gamma, beta):
    return gamma[..., None, None] * x
