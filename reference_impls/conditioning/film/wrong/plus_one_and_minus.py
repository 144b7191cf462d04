# slip: none
def film(x, gamma, beta):
    return (1 + gamma)[..., None, None] * x - beta[..., None, None]
