import numpy as np


def euclidean_distances(X, Y, squared=False):
    XX = np.einsum("ij,ij->i", X, X)[:, np.newaxis]
    YY = np.einsum("ij,ij->i", Y, Y)[np.newaxis, :]
    d = -2.0 * np.dot(X, Y.T)
    d += XX
    d += YY
    np.maximum(d, 0, out=d)
    return d if squared else np.sqrt(d)


def rbf_kernel(X, Y, gamma=None):
    K = euclidean_distances(X, Y, squared=True)
    K *= -gamma
    np.exp(K, K)
    return K
