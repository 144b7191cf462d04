# slip: eps-constant
def layer_norm(x, gamma, beta, eps=1e-5):
    c = x - x.mean(-1, keepdim=True)
    return c * (c.pow(2).mean(-1, keepdim=True) + 1e-5) ** -0.5 * gamma + beta
