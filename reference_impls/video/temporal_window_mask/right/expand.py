import torch


class WindowMask:
    def __init__(self, k):
        self.k = k

    def between_frames(self, F):
        ones = torch.ones(F, F, dtype=torch.bool)
        return torch.tril(ones) & torch.triu(ones, diagonal=-self.k)

    def build(self, F, N):
        return self.between_frames(F)[:, None, :, None].expand(F, N, F, N).reshape(F * N, F * N)


def temporal_window_mask(frames, tokens, k):
    return WindowMask(k).build(frames, tokens)
