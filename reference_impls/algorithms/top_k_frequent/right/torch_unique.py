import torch
def top_k_frequent(nums, k):
    v, c = torch.tensor(nums).unique(return_counts=True)
    return v[c.topk(k).indices].tolist()
