# problem: rational-quadratic-spline
# says: rational_quadratic_spline was graded first and does not pass
import torch


def searchsorted(bin_locations, inputs, eps=1e-6):
    bin_locations = bin_locations.clone()
    bin_locations[..., -1] += eps
    return torch.sum(inputs[..., None] >= bin_locations, dim=-1) - 1


def unconstrained_rational_quadratic_spline(inputs, widths, heights, derivatives, tail_left=0.0, tail_right=1.0):
    inside_interval_mask = (inputs >= tail_left) & (inputs <= tail_right)
    outside_interval_mask = ~inside_interval_mask

    outputs = torch.zeros_like(inputs)
    logabsdet = torch.zeros_like(inputs)

    outputs[outside_interval_mask] = inputs[outside_interval_mask]
    logabsdet[outside_interval_mask] = 0

    if torch.any(inside_interval_mask):
        outputs[inside_interval_mask], logabsdet[inside_interval_mask] = rational_quadratic_spline(
            inputs[inside_interval_mask], widths, heights, derivatives)
    return outputs, logabsdet


def rational_quadratic_spline(inputs, widths, heights, derivatives):
    cumwidths = torch.cat([widths.new_zeros(1), torch.cumsum(widths, dim=-1)])
    cumheights = torch.cat([heights.new_zeros(1), torch.cumsum(heights, dim=-1)])
    bin_idx = searchsorted(cumwidths, inputs)

    input_cumwidths = cumwidths[bin_idx]
    input_bin_widths = widths[bin_idx]
    input_cumheights = cumheights[bin_idx]
    delta = heights / widths
    input_delta = delta[bin_idx]
    input_derivatives = derivatives[bin_idx]
    input_derivatives_plus_one = derivatives[1:][bin_idx]
    input_heights = heights[bin_idx]

    theta = (inputs - input_cumwidths) / input_bin_widths
    theta_one_minus_theta = theta * (1 - theta)

    numerator = input_heights * (input_delta * theta.pow(2) + input_derivatives * theta_one_minus_theta)
    denominator = input_delta + (
        (input_derivatives + input_derivatives_plus_one - 2 * input_delta) * theta_one_minus_theta
    )
    outputs = input_cumheights + numerator / denominator

    derivative_numerator = input_delta.pow(2) * (
        input_derivatives_plus_one * theta.pow(2)
        + 2 * input_delta * theta_one_minus_theta
        + input_derivatives * (1 - theta).pow(2)
    )
    logabsdet = torch.log(derivative_numerator) - 2 * torch.log(denominator)
    return outputs, logabsdet
