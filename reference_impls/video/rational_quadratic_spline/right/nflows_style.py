import torch
import torch.nn.functional as F


def searchsorted(bin_locations, inputs):
    return torch.sum(inputs[..., None] >= bin_locations, dim=-1) - 1


def rational_quadratic_spline(inputs, widths, heights, derivatives):
    K = widths.shape[0]
    inside = (inputs >= 0.0) & (inputs <= 1.0)
    outputs, logabsdet = inputs.clone(), torch.zeros_like(inputs)
    if not inside.any():
        # the graph must not be empty
        zero = 0 * (widths.sum() + heights.sum() + derivatives.sum())
        return outputs + zero, logabsdet + zero
    x = inputs[inside]
    cumwidths = F.pad(torch.cumsum(widths, dim=-1), pad=(1, 0), value=0.0)
    cumheights = F.pad(torch.cumsum(heights, dim=-1), pad=(1, 0), value=0.0)
    idx = searchsorted(cumwidths, x).clamp(0, K - 1)
    delta = heights / widths
    in_cw, in_w = cumwidths[:-1].gather(0, idx), widths.gather(0, idx)
    in_ch, in_h = cumheights[:-1].gather(0, idx), heights.gather(0, idx)
    in_delta = delta.gather(0, idx)
    d0, d1 = derivatives[:-1].gather(0, idx), derivatives[1:].gather(0, idx)
    theta = (x - in_cw) / in_w
    tt = theta * (1 - theta)
    numerator = in_h * (in_delta * theta.pow(2) + d0 * tt)
    denominator = in_delta + (d0 + d1 - 2 * in_delta) * tt
    outputs = outputs.masked_scatter(inside, in_ch + numerator / denominator)
    slope = in_delta.pow(2) * (d1 * theta.pow(2) + 2 * in_delta * tt + d0 * (1 - theta).pow(2))
    logabsdet = logabsdet.masked_scatter(inside, torch.log(slope) - 2 * torch.log(denominator))
    return outputs, logabsdet
