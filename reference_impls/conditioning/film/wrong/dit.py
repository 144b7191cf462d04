# slip: one-plus-gamma
def film(x, gamma, beta):
    return x * (1 + gamma.unsqueeze(-1).unsqueeze(-1)) + beta.unsqueeze(-1).unsqueeze(-1)
