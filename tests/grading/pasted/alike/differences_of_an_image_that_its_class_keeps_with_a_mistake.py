# problem: difference-of-gaussians
# expect: fail
from scipy.ndimage import gaussian_filter1d


class ScaleSpace:
    def __init__(self, image):
        self.image = np.asarray(image, float)
    def blur(self, s):
        out = gaussian_filter1d(self.image, s, axis=0)
        return gaussian_filter1d(out, s, axis=1)
    def dog(self, sigma_list):
        levels = [self.blur(s) for s in sigma_list]
        return np.asarray(levels[:-1]) - np.asarray(levels[1:])
