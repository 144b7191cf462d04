# slip: none
import numpy as np


def rbf_kernel(x, y, gamma):
    kernel = np.empty((len(x), len(y)))
    for i in range(len(x)):
        for j in range(len(y)):
            difference = x[i] - y[j]
            kernel[i, j] = np.exp(-gamma * difference.dot(difference))
    return kernel
