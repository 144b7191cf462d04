# slip: first-sample-for-all
def film(x, gamma, beta):
    return gamma[0][:, None, None] * x + beta[0][:, None, None]
