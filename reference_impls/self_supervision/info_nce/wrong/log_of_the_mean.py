# slip: mean-before-the-log
import math

import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1, keepdim=True)
    neg = (q.unsqueeze(1) * k_neg).sum(-1)
    log_p = torch.log_softmax(torch.cat((pos, neg), 1) / tau, dim=1)[:, 0]
    return math.log(q.shape[0]) - torch.logsumexp(log_p, dim=0)
