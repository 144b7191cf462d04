import numpy as np
def num_islands(grid):
    g = np.array(grid).astype(int)
    if g.size == 0:
        return 0
    g = np.pad(g, 1)
    lab = np.where(g == 1, np.arange(g.size).reshape(g.shape) + 1, 0)
    while True:
        m = lab.copy()
        for ax in (0, 1):
            for s in (1, -1):
                m = np.maximum(m, np.roll(lab, s, ax))
        m = m * (g == 1)
        if (m == lab).all():
            break
        lab = m
    return len(np.unique(lab[lab > 0]))
