import torch


def pq_encode(nits):
    y = torch.as_tensor(nits).float().div(10_000).clamp(0, 1).pow(0.1593017578125)
    return ((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y)).pow(78.84375)
