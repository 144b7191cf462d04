# problem: histogram-equalization
# expect: error
# says: NumPy's histograms have no `normed` any more. Write density=True
import numpy as np


def equalized(image):
    shares, edges = np.histogram(image, 256, normed=True)
    return np.interp(image, edges[:-1], 255 * shares.cumsum() / shares.sum())
