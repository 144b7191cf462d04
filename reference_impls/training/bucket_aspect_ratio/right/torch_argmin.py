import torch


def aspect_bucket(w, h, buckets):
    b = torch.tensor(buckets, dtype=torch.float64)
    gap = (torch.tensor(w / h, dtype=torch.float64).log() - (b[:, 0] / b[:, 1]).log()).abs()
    return int((gap == gap.min()).nonzero()[0])
