import numpy as np
from scipy.ndimage import label


def num_islands(grid):
    land = np.array(grid).astype(int)
    return label(land)[1] if land.size else 0
