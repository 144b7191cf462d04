# problem: ssim
# says: given in your config: data_range
from dataclasses import dataclass

from scipy.ndimage import gaussian_filter


@dataclass
class Settings:
    sigma: float = 1.5
    radius: int = 5
    data_range: float = 255.0


class StructuralSimilarity:
    def __init__(self, config: Settings = Settings()):
        self.config = config

    def smooth(self, image):
        r = self.config.radius
        return gaussian_filter(image, self.config.sigma, radius=r)[r:-r, r:-r]

    def __call__(self, a, b):
        a, b = a.astype(float), b.astype(float)
        c1, c2 = (0.01 * self.config.data_range) ** 2, (0.03 * self.config.data_range) ** 2
        ma, mb = self.smooth(a), self.smooth(b)
        va, vb = self.smooth(a * a) - ma * ma, self.smooth(b * b) - mb * mb
        both = self.smooth(a * b) - ma * mb
        return (((2 * ma * mb + c1) * (2 * both + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))).mean()
