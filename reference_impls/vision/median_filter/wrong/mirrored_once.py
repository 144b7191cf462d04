# slip: mirrored-once
import numpy as np

def median_filter(img, size=3):
    h, w = img.shape
    r = size // 2

    def mirror(n):
        i = np.arange(-r, n + r)
        i = np.where(i < 0, -1 - i, i)
        i = np.where(i >= n, 2 * n - 1 - i, i)
        return np.clip(i, 0, n - 1)

    ext = img[mirror(h)][:, mirror(w)]
    win = np.lib.stride_tricks.sliding_window_view(ext, (size, size))
    flat = np.sort(win.reshape(h, w, -1), axis=-1)
    return flat[..., flat.shape[-1] // 2]
