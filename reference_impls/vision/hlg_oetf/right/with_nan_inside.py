import numpy as np


class HLG:
    a, b, c = 0.17883277, 0.28466892, 0.55991073

    def oetf(self, scene):
        with np.errstate(all="ignore"):
            return np.select([scene <= 1 / 12], [(3 * scene) ** 0.5], self.a * np.log(12 * scene - self.b) + self.c)


def hlg_oetf(e):
    return HLG().oetf(e)
