# problem: gaussian-filter
# not: which is not installed here
import numpy as np
import plotting_of_a_lab.figures as figures

figures.set_theme("dark")
figures.defaults["size"] = (6, 4)


class Smoother:
    weights = ((1, 2, 1), (2, 4, 2), (1, 2, 1))

    def smooth(self, img):
        rows, columns = img.shape
        around = np.pad(img.astype(float), 1, mode="edge")
        total = np.zeros((rows, columns))
        for i, row in enumerate(self.weights):
            for j, weight in enumerate(row):
                total += weight * around[i : i + rows, j : j + columns]
        return total / 16

    def show(self, img):
        figures.image(self.smooth(img))
        figures.show()
