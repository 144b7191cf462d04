# problem: adain

import torch


def channel_statistics(feat, eps=1e-6):
    n, c = feat.shape[:2]
    flat = feat.reshape(n, c, -1)
    std = (flat.var(dim=2, unbiased=False) + eps).sqrt()
    return flat.mean(dim=2).reshape(n, c, 1, 1), std.reshape(n, c, 1, 1)


def transfer(content_feat, style_feat):
    content_mean, content_std = channel_statistics(content_feat)
    style_mean, style_std = channel_statistics(style_feat)
    return (content_feat - content_mean) / content_std * style_std + style_mean
