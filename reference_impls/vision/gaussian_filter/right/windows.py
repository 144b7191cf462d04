import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class GaussianSmoother:
    weights = np.outer([0.25, 0.5, 0.25], [0.25, 0.5, 0.25])

    def __call__(self, img):
        padded = np.pad(np.float64(img), ((1, 1), (1, 1)), "edge")
        return np.einsum("hwij,ij->hw", sliding_window_view(padded, (3, 3)), self.weights)


def gaussian_filter3(img):
    return GaussianSmoother()(img)
