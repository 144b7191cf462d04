# slip: sixty-four-bits
import numpy as np
def receptive_field(layers):
    if not layers:
        return 1
    a = np.array(layers, dtype=np.int64)
    jumps = np.concatenate([[1], np.cumprod(a[:, 1])[:-1]])
    return int(1 + ((a[:, 0] - 1) * a[:, 2] * jumps).sum())
