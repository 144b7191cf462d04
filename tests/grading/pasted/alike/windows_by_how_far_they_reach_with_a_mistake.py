# problem: non-local-means
# expect: fail
import numpy as np


def nlmeans_filter(input, t=3, f=1, h=0.1):
    """t is the radius of the search window, f that of the patches."""
    rows, columns = input.shape
    padded = np.pad(np.asarray(input, dtype=float), t + f, mode="reflect")
    output = np.empty((rows, columns))
    for i in range(rows):
        for j in range(columns):
            y, x = i + t + f, j + t + f
            own = padded[y - f : y + f + 1, x - f : x + f + 1]
            average = total = 0.0
            for r in range(y - t, y + t + 1):
                for s in range(x - f, x + f + 1):
                    other = padded[r - f : r + f + 1, s - f : s + f + 1]
                    weight = np.exp(-np.mean((own - other) ** 2) / h**2)
                    total += weight
                    average += weight * padded[r, s]
            output[i, j] = average / total
    return output
