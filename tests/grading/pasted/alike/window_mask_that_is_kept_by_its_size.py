# problem: temporal-window-mask
# expect: fail
# says: wrong after the same call with another k
import torch

masks = {}


def temporal_window_mask(frames, tokens, k):
    size = (frames, tokens)
    if size not in masks:
        frame = torch.arange(frames).repeat_interleave(tokens)
        back = frame.unsqueeze(1) - frame.unsqueeze(0)
        masks[size] = (back >= 0) & (back <= k)
    return masks[size]
