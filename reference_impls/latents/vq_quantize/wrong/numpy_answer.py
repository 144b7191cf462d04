# slip: none
import numpy as np


def vq_quantize(z, codebook, beta=0.25):
    z, codebook = np.asarray(z), np.asarray(codebook)
    indices = np.linalg.norm(z[:, None] - codebook, axis=-1).argmin(axis=1)
    z_q = codebook[indices]
    return z_q, indices, (1 + beta) * np.mean((z - z_q) ** 2)
