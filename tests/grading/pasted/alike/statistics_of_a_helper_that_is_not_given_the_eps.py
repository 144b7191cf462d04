# problem: adain
# expect: fail

import torch


def calc_mean_std(feat, eps=1e-5):
    n, c = feat.shape[:2]
    var = feat.reshape(n, c, -1).var(dim=2, unbiased=False) + eps
    return feat.reshape(n, c, -1).mean(dim=2).view(n, c, 1, 1), var.sqrt().view(n, c, 1, 1)


def transfer(content, style, stabilizer=1e-5):
    cm, cs = calc_mean_std(content)
    sm, ss = calc_mean_std(style)
    return (content - cm) / cs * ss + sm
