# slip: one-plus-gamma
def film(x, gamma, beta):
    return x + (gamma[..., None, None] * x + beta[..., None, None])
