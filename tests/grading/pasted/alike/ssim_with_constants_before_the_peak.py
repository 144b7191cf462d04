# problem: ssim
# says: Your default of L is 1
from scipy.ndimage import convolve1d


def ssim_index(a, b, K=(0.01, 0.03), window=None, L=1):
    if window is None:
        at = np.arange(11) - 5
        window = np.exp(-at ** 2 / (2 * 1.5 ** 2))
    window = window / window.sum()

    def mean(image):
        for axis in (0, 1):
            image = convolve1d(image, window, axis)
        return image[5:-5, 5:-5]

    a, b = a.astype(np.float64), b.astype(np.float64)
    c1, c2 = (K[0] * L) ** 2, (K[1] * L) ** 2
    ma, mb = mean(a), mean(b)
    va, vb, cov = mean(a * a) - ma ** 2, mean(b * b) - mb ** 2, mean(a * b) - ma * mb
    return (((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma ** 2 + mb ** 2 + c1) * (va + vb + c2))).mean()
