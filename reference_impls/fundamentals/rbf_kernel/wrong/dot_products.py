# slip: linear-kernel
def rbf_kernel(x, y, gamma):
    return x.dot(y.T)
