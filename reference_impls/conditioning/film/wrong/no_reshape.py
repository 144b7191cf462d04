# slip: broadcast-as-they-are
def film(x, gamma, beta):
    return x * gamma + beta
