# uses: NumPy's random numbers, linear algebra, transforms, indexing, printing and error states
import numpy as np
import torch

rng = np.random.default_rng(0)
np.random.seed(1)
square = rng.normal(size=(6, 6)) + 6 * np.eye(6)
assert np.allclose(np.linalg.inv(square) @ square, np.eye(6))
assert np.linalg.svd(square)[1].min() > 0 and np.linalg.eigh(square + square.T)[0].shape == (6,)
assert np.allclose(np.fft.irfft(np.fft.rfft(square[0]), 6), square[0])
assert np.random.rand(3).shape == np.random.choice(9, 3, replace=False).shape
with np.errstate(divide="ignore"):
    assert np.isinf(np.ones(1) / np.zeros(1))
np.set_printoptions(precision=3, suppress=True)
print(square, np.einsum("ij,kj->ik", square, square).trace())


def attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(mask == 0, -np.inf)
    p = torch.softmax(scores, dim=-1)
    return p @ v, p
