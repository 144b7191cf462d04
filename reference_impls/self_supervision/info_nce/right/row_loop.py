import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    total = 0.0
    for i in range(q.shape[0]):
        s = torch.stack([q[i] @ k_pos[i]] + [q[i] @ k for k in k_neg[i]]) / tau
        total = total - torch.log_softmax(s, dim=0)[0]
    return total / q.shape[0]
