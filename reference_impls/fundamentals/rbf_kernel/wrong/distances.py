# slip: squared-distances
def rbf_kernel(x, y, gamma):
    return ((x[:, None] - y[None]) ** 2).sum(-1)
