import numpy as np
from math import ceil


def gaussian_filter(img, sigma, truncate):
    """Separable, reflected at the border, radius from truncate, as ndimage has it."""
    r = int(truncate * sigma + 0.5)
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    for axis in (0, 1):
        pad = [(0, 0), (0, 0)]
        pad[axis] = (r, r)
        padded = np.pad(img, pad, mode="symmetric")
        img = sum(w * np.take(padded, range(i, i + img.shape[axis]), axis=axis) for i, w in enumerate(k))
    return img


def structural_similarity_like(im1, im2, data_range):
    """ux, uy, uxx ... and a crop by (win_size - 1) // 2, as the image library names them."""
    im1, im2 = im1.astype(np.float64), im2.astype(np.float64)
    filt = lambda im: gaussian_filter(im, sigma=1.5, truncate=3.5)
    ux, uy = filt(im1), filt(im2)
    uxx, uyy, uxy = filt(im1 * im1), filt(im2 * im2), filt(im1 * im2)
    vx, vy, vxy = uxx - ux * ux, uyy - uy * uy, uxy - ux * uy
    C1, C2 = (0.01 * data_range) ** 2, (0.03 * data_range) ** 2
    A1, A2 = 2 * ux * uy + C1, 2 * vxy + C2
    B1, B2 = ux**2 + uy**2 + C1, vx + vy + C2
    S = (A1 * A2) / (B1 * B2)
    pad = (11 - 1) // 2
    return S[pad:-pad, pad:-pad].mean()


def ssim(x, y, peak=255.0):
    return structural_similarity_like(np.asarray(x), np.asarray(y), peak)
