import torch
import torch.nn as nn


def normalize_tensor(in_feat, eps=1e-10):
    norm_factor = torch.sqrt(torch.sum(in_feat**2, dim=1, keepdim=True))
    return in_feat / (norm_factor + eps)


def spatial_average(in_tens, keepdim=True):
    return in_tens.mean([2, 3], keepdim=keepdim)


def lpips_distance(feats_x, feats_y, weights):
    feats0, feats1, diffs, L = {}, {}, {}, len(weights)
    for kk in range(L):
        feats0[kk], feats1[kk] = normalize_tensor(feats_x[kk]), normalize_tensor(feats_y[kk])
        diffs[kk] = (feats0[kk] - feats1[kk]) ** 2
    res = []
    for kk in range(L):
        lin = nn.functional.conv2d(diffs[kk], weights[kk].view(1, -1, 1, 1))
        res.append(spatial_average(lin, keepdim=True))
    val = 0
    for l in range(L):
        val = val + res[l]
    return val[:, 0, 0, 0]
