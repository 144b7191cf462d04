# problem: non-local-means
# expect: fail
class NLMeans:
    def __init__(self, h=0.1, template_window_size=3, search_window_size=7):
        self.h, self.template_window_size, self.search_window_size = h, template_window_size, search_window_size

    def denoise(self, noisy):
        t, s = self.template_window_size // 2, self.search_window_size // 2
        H, W = noisy.shape
        padded = np.pad(noisy, t + s, mode="reflect")
        windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * t + 1, 2 * t + 1))  # (H + 2s, W + 2s, ...)
        total, weights = np.zeros((H, W)), np.zeros((H, W))
        for i in range(2 * s + 1):
            for j in range(2 * s + 1):
                apart = (windows[i : i + H, j : j + W] - windows[s : s + H, s : s + W]) ** 2
                weight = np.exp(-apart.mean((-2, -1)) / self.h)
                total += weight * padded[t + i : t + i + H, t + j : t + j + W]
                weights += weight
        return total / weights
