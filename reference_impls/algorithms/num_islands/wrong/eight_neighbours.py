# slip: corners-connect
import numpy as np
from scipy import ndimage


def num_islands(grid):
    image = np.array(grid).astype(int)
    if image.size == 0:
        return 0
    _, count = ndimage.label(image, structure=np.ones((3, 3)))
    return count
