"""2D convolution as networks use it, a cross-correlation (Dumoulin & Visin 2016, arXiv:1603.07285, sections 1.1 and 2.4).

    y[n,o,h,w] = b[o] + Σ_{c,i,j} W[o,c,i,j] · x̃[n, c, s h + i, s w + j]          x̃: x with p zeros on all four sides
    H' = ⌊(H + 2p - kh) / s⌋ + 1,   W' = ⌊(W + 2p - kw) / s⌋ + 1

The kernel is not flipped, as it is in the convolution of signal processing: a learned one comes out the same either way. What is
left at the lower and right border, less than a stride, is never read.

Shapes: x (N,Cin,H,W), weight (Cout,Cin,kh,kw), bias (Cout,) or None; stride s and padding p are the same for both axes.
Returns: (N,Cout,H',W').
"""

from collections.abc import Iterator

import torch
import torch.nn.functional as nnf
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def conv2d(x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0) -> Tensor:
    """Each window of the padded image, times each kernel."""
    kh, kw = weight.shape[2:]
    padded = nnf.pad(x, (padding, padding, padding, padding))  # (N,Cin,H+2p,W+2p)
    windows = padded.unfold(2, kh, stride).unfold(3, kw, stride)  # (N,Cin,H',W',kh,kw)
    out = torch.einsum("nchwij,ocij->nohw", windows, weight)  # (N,Cout,H',W')
    return out if bias is None else out + bias[:, None, None]


# ----------------------------------------------------------------------------------------------------------------------


def inputs(draw: Draw, x: tuple[int, int, int, int], out: int, kernel: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Images (N,Cin,H,W) and kernels whose answers have about unit size; no mean is zero, so that no sum cancels."""
    taps = x[1] * kernel[0] * kernel[1]
    return draw.normal(*x, mean=0.5), draw.normal(out, x[1], *kernel, mean=0.3 / taps, scale=taps**-0.5)


def cases(draw: Draw) -> Iterator[Case]:
    """Small, because an answer in plain loops takes a step for each product."""
    yield Case("one channel, 2 x 2 kernel", inputs(draw, (1, 1, 3, 4), 1, (2, 2)))
    yield Case("3 x 2 kernel with bias", (*inputs(draw, (2, 3, 5, 4), 2, (3, 2)), draw.normal(2, mean=1.0, scale=2.0)))
    yield Case("2 x 3 kernel without bias", inputs(draw, (3, 2, 4, 6), 4, (2, 3)))
    yield Case("stride 2 that fits", inputs(draw, (2, 2, 7, 5), 3, (3, 3)), {"stride": 2})
    yield Case(
        "stride 2 that leaves a row and a column", (*inputs(draw, (2, 2, 6, 7), 3, (3, 2)), draw.normal(3, mean=1.0), 2)
    )
    yield Case("padding 1", inputs(draw, (2, 2, 4, 5), 3, (3, 3)), {"padding": 1})
    yield Case("padding 2 by position, all arguments", (*inputs(draw, (1, 2, 5, 3), 2, (2, 4)), draw.normal(2), 1, 2))
    yield Case(
        "stride 3 with padding 1, bias",
        inputs(draw, (2, 2, 7, 9), 3, (2, 3)),
        {"bias": draw.normal(3, mean=1.0), "stride": 3, "padding": 1},
    )
    yield Case("stride 2 with padding 2, five wide", inputs(draw, (1, 2, 6, 8), 2, (5, 3)), {"stride": 2, "padding": 2})
    yield Case("a kernel as large as the image", (*inputs(draw, (3, 2, 3, 4), 5, (3, 4)), draw.normal(5, mean=1.0)))
    yield Case("a kernel larger than the image", inputs(draw, (2, 1, 3, 3), 2, (5, 4)), {"padding": 1})
    yield Case("1 x 1 kernel", (*inputs(draw, (2, 4, 3, 2), 3, (1, 1)), draw.normal(3, mean=1.0)))
    yield Case("a stride beyond the kernel", inputs(draw, (2, 2, 7, 6), 3, (1, 2)), {"stride": 3})
    yield Case("images of one row", inputs(draw, (2, 2, 1, 8), 3, (1, 3)), {"stride": 2})
    yield Case("all sizes alike", (*inputs(draw, (3, 3, 3, 3), 3, (3, 3)), draw.normal(3, mean=1.0)), {"padding": 1})


def square_output(x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0) -> Tensor:
    kh, kw = weight.shape[2:]
    padded = nnf.pad(x, (padding,) * 4)
    size = (padded.shape[2] - kh) // stride + 1
    out = padded.new_zeros(len(padded), len(weight), size, size)
    for h in range(size):
        for w in range(size):
            window = padded[:, None, :, h * stride : h * stride + kh, w * stride : w * stride + kw]
            out[:, :, h, w] = (window * weight).sum(dim=(2, 3, 4)) + (0 if bias is None else bias)
    return out


def sides_swapped_in_the_size(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    kh, kw = weight.shape[2:]
    padded = nnf.pad(x, (padding,) * 4)
    rows, columns = (padded.shape[2] - kw) // stride + 1, (padded.shape[3] - kh) // stride + 1
    out = padded.new_zeros(len(padded), len(weight), rows, columns)
    for h in range(rows):
        for w in range(columns):
            window = padded[:, None, :, h * stride : h * stride + kh, w * stride : w * stride + kw]
            out[:, :, h, w] = (window * weight).sum(dim=(2, 3, 4)) + (0 if bias is None else bias)
    return out


def stride_as_dilation(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    kh, kw = weight.shape[2:]
    padded = nnf.pad(x, (padding,) * 4)
    windows = padded.unfold(2, stride * (kh - 1) + 1, 1).unfold(3, stride * (kw - 1) + 1, 1)[..., ::stride, ::stride]
    out = torch.einsum("nchwij,ocij->nohw", windows, weight)
    return out if bias is None else out + bias[:, None, None]


def output_padded(x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0) -> Tensor:
    kh, kw = weight.shape[2:]
    out = torch.einsum("nchwij,ocij->nohw", x.unfold(2, kh, stride).unfold(3, kw, stride), weight)
    return nnf.pad(out if bias is None else out + bias[:, None, None], (padding,) * 4)


def windows_not_permuted(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    kh, kw = weight.shape[2:]
    windows = nnf.pad(x, (padding,) * 4).unfold(2, kh, stride).unfold(3, kw, stride)
    N, _, rows, columns = windows.shape[:4]
    out = windows.reshape(N, rows * columns, -1) @ weight.flatten(1).T
    out = out.transpose(1, 2).reshape(N, -1, rows, columns)
    return out if bias is None else out + bias[:, None, None]


def output_not_permuted(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    kh, kw = weight.shape[2:]
    windows = nnf.pad(x, (padding,) * 4).unfold(2, kh, stride).unfold(3, kw, stride)
    out = torch.einsum("nchwij,ocij->nhwo", windows, weight)
    out = out if bias is None else out + bias
    return out.reshape(out.shape[0], out.shape[3], out.shape[1], out.shape[2])


PROBLEM = Problem(
    id="conv2d",
    entries=(conv2d,),
    cases=cases,
    slips=(
        Slip(
            "last-window-lost",
            "out = torch.einsum(",
            "windows = windows[:, :, : (padded.shape[2] - kh + 1) // stride, : (padded.shape[3] - kw + 1) // stride]\n"
            "    out = torch.einsum(",
            "The size is (H + 2p - k + 1) // stride, which loses the last window for a stride above 1: it is "
            "(H + 2p - k) // stride + 1.",
        ),
        Slip(
            "kernel-taken-for-square",
            "kh, kw = weight.shape[2:]",
            "kh = kw = weight.shape[2]\n    weight = weight[..., :kw]",
            "The kernel is taken to be square: its height serves as its width. They may differ.",
        ),
        Slip(
            "kernel-flipped",
            "windows, weight)",
            "windows, weight.flip(2, 3))",
            "The kernel is flipped, as in the convolution of signal processing; networks use the cross-correlation, "
            "x[h + i, w + j] times weight[i, j], without a flip.",
        ),
        Slip("bias-left-out", "out if bias is None else out + bias[:, None, None]", "out", "The bias is not added."),
        Slip(
            "bias-along-the-width",
            "bias[:, None, None]",
            "bias",
            "The bias (Cout,) is added along the last axis, the width; it belongs to the channels: bias[:, None, None].",
        ),
        Slip(
            "bias-along-the-height",
            "bias[:, None, None]",
            "bias[:, None]",
            "The bias (Cout,) is added along the height; it belongs to the channels: bias[:, None, None].",
        ),
        Slip(
            "bias-for-each-input-channel",
            "bias[:, None, None]",
            "x.shape[1] * bias[:, None, None]",
            "The bias is added once for each input channel, as inside the loop over them; it is added once.",
        ),
        Slip(
            "bias-for-each-tap",
            "bias[:, None, None]",
            "kh * kw * bias[:, None, None]",
            "The bias is added once for each tap of the kernel, as inside the loop over them; it is added once.",
        ),
        Slip(
            "bias-for-each-product",
            "bias[:, None, None]",
            "x.shape[1] * kh * kw * bias[:, None, None]",
            "The bias is added with every product, Cin kh kw times; it is added once.",
        ),
        Slip("bias-subtracted", "out + bias", "out - bias", "The bias is subtracted; it is added."),
        Slip(
            "one-bias-for-all",
            "bias[:, None, None]",
            "bias[0]",
            "The first entry of the bias is added to every output channel; each has its own.",
        ),
        Slip(
            "bias-summed",
            "bias[:, None, None]",
            "bias.sum()",
            "The sum of the bias is added to every output channel; each has its own entry.",
        ),
        Slip(
            "stride-in-the-size-alone",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, 1).unfold(3, kw, 1)[:, :, : (padded.shape[2] - kh) // stride + 1, "
            ": (padded.shape[3] - kw) // stride + 1]",
            "The output has the right size, but its windows start at h and w: they start at stride * h and stride * w.",
        ),
        Slip(
            "stride-in-the-height-alone",
            "unfold(3, kw, stride)",
            "unfold(3, kw, 1)",
            "The stride acts on the height alone; it holds for the width, too.",
        ),
        Slip(
            "stride-in-the-width-alone",
            "unfold(2, kh, stride)",
            "unfold(2, kh, 1)",
            "The stride acts on the width alone; it holds for the height, too.",
        ),
        FunctionSlip(
            "stride-as-dilation",
            {"conv2d": stride_as_dilation},
            "The stride spreads the taps of the kernel, which is a dilation; it moves the windows, whose taps are neighbours.",
        ),
        Slip(
            "input-thinned-out",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded[:, :, ::stride, ::stride].unfold(2, kh, 1).unfold(3, kw, 1)",
            "Every stride-th pixel of the image is kept and then convolved; a window reads neighbouring pixels, and the stride "
            "lies between the windows.",
        ),
        Slip(
            "windows-side-by-side",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, kh).unfold(3, kw, kw)",
            "The windows stand side by side, as if the stride were the size of the kernel; they are `stride` apart, and overlap.",
        ),
        Slip(
            "size-without-the-one",
            "windows, weight)",
            "windows[:, :, :-1, :-1], weight)",
            "The last row and column of the answer are missing: there are (H + 2p - kh) // stride + 1 positions.",
        ),
        Slip(
            "last-start-missing",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, 1).unfold(3, kw, 1)[:, :, : padded.shape[2] - kh : stride, : padded.shape[3] - kw : stride]",
            "A window that ends just at the border is missing, as with range(0, H + 2p - kh, stride): the last start is "
            "H + 2p - kh itself, so add 1.",
        ),
        Slip(
            "size-rounded-up",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "nnf.pad(padded, (0, -(padded.shape[3] - kw) % stride, 0, -(padded.shape[2] - kh) % stride))\n"
            "    windows = windows.unfold(2, kh, stride).unfold(3, kw, stride)",
            "The size is rounded up, with a last window that reaches beyond the padded image: only whole windows count, "
            "(H + 2p - kh) // stride + 1.",
        ),
        FunctionSlip(
            "square-output",
            {"conv2d": square_output},
            "The width of the answer is taken to be its height; it comes from W and kw: (W + 2p - kw) // stride + 1.",
        ),
        Slip(
            "size-without-padding",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)\n"
            "    size = [(x.shape[axis] - weight.shape[axis]) // stride + 1 for axis in (2, 3)]\n"
            "    windows = windows[:, :, : len(x.new_zeros(size[0])), : len(x.new_zeros(size[1]))]",
            "The padding is missing in the size of the answer, which is cut at the right and the bottom: "
            "(H + 2p - kh) // stride + 1.",
        ),
        Slip(
            "size-with-padding-once",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)\n"
            "    size = [(x.shape[axis] + padding - weight.shape[axis]) // stride + 1 for axis in (2, 3)]\n"
            "    windows = windows[:, :, : size[0], : size[1]]",
            "The padding counts once in the size of the answer; it stands on both sides: (H + 2p - kh) // stride + 1.",
        ),
        Slip(
            "square-kernel",
            "kh, kw = weight.shape[2:]",
            "kh = kw = weight.shape[2]",
            "The kernel is taken to be as wide as it is high: read kh and kw from weight.shape[2] and weight.shape[3].",
        ),
        Slip(
            "padded-behind-alone",
            "(padding, padding, padding, padding)",
            "(0, padding, 0, padding)",
            "Zeros stand at the right and the bottom alone; `padding` of them stand on all four sides.",
        ),
        Slip(
            "padded-in-front-alone",
            "(padding, padding, padding, padding)",
            "(padding, 0, padding, 0)",
            "Zeros stand at the left and the top alone; `padding` of them stand on all four sides.",
        ),
        Slip(
            "all-padding-behind",
            "(padding, padding, padding, padding)",
            "(0, 2 * padding, 0, 2 * padding)",
            "The image lies in the upper left corner of the zeros; it lies in the middle, at padded[padding:, padding:].",
        ),
        Slip(
            "padded-in-width-alone",
            "(padding, padding, padding, padding)",
            "(padding, padding)",
            "The width alone is padded: F.pad counts from the last axis, two numbers for each, so the height needs two more.",
        ),
        Slip(
            "padded-in-height-alone",
            "(padding, padding, padding, padding)",
            "(0, 0, padding, padding)",
            "The height alone is padded; the width is padded, too.",
        ),
        Slip(
            "half-the-padding",
            "(padding, padding, padding, padding)",
            "(padding // 2, padding - padding // 2, padding // 2, padding - padding // 2)",
            "The padding is divided among both sides; `padding` zeros stand on each side.",
        ),
        Slip(
            "twice-the-padding",
            "(padding, padding, padding, padding)",
            "(2 * padding,) * 4",
            "Each side gets twice the padding: `padding` zeros stand on each.",
        ),
        Slip(
            "same-padding",
            "(padding, padding, padding, padding)",
            "(kw // 2, kw // 2, kh // 2, kh // 2)",
            "The image is padded by half the kernel, as 'same' padding does, whatever `padding` says; it is 0 by default.",
        ),
        Slip(
            "border-repeated",
            "(padding, padding, padding, padding))",
            '(padding, padding, padding, padding), mode="replicate")',
            "The padding repeats the border of the image; it is zeros.",
        ),
        Slip(
            "border-mirrored",
            "(padding, padding, padding, padding))",
            '(padding, padding, padding, padding), mode="reflect")',
            "The padding mirrors the image; it is zeros.",
        ),
        Slip(
            "border-wrapped",
            "(padding, padding, padding, padding))",
            '(padding, padding, padding, padding), mode="circular")',
            "The padding takes the pixels of the opposite side, as np.roll does; it is zeros.",
        ),
        FunctionSlip(
            "output-padded",
            {"conv2d": output_padded},
            "The zeros stand around the answer; they belong around the image, before the windows are taken.",
        ),
        Slip(
            "starts-strided-in-the-height-alone",
            "unfold(3, kw, stride)",
            "unfold(3, kw, 1)[:, :, :, : (padded.shape[3] - kw) // stride + 1]",
            "The output has the right size, but in the width its windows start at w: they start at stride * w there, too.",
        ),
        Slip(
            "starts-strided-in-the-width-alone",
            "padded.unfold(2, kh, stride).unfold(3, kw, stride)",
            "padded.unfold(2, kh, 1).unfold(3, kw, stride)[:, :, : (padded.shape[2] - kh) // stride + 1]",
            "The output has the right size, but in the height its windows start at h: they start at stride * h there, too.",
        ),
        FunctionSlip(
            "sides-swapped-in-the-size",
            {"conv2d": sides_swapped_in_the_size},
            "kh and kw are exchanged in the size of the answer: the height comes from H and kh, the width from W and kw.",
        ),
        Slip(
            "padded-in-all-axes",
            "(padding, padding, padding, padding)",
            "(padding,) * 8",
            "Batch and channels are padded, too, as np.pad does with a single number: pad the last two axes alone.",
        ),
        Slip(
            "negative-places-wrap",
            "nnf.pad(x, (padding, padding, padding, padding))",
            'nnf.pad(nnf.pad(x, (padding, 0, padding, 0), mode="circular"), (0, padding, 0, padding))',
            "Negative places read the other end of the image, as an index of -1 does: above and left of it there are zeros.",
        ),
        Slip(
            "first-row-and-column-skipped",
            "nnf.pad(x, (padding, padding, padding, padding))",
            "nnf.pad(x[:, :, 1:, 1:], (padding + 1, padding, padding + 1, padding))",
            "The first row and column of the image count as zeros, as with 0 < place where 0 <= place is meant.",
        ),
        Slip(
            "first-image-alone",
            "windows, weight)",
            "windows * (torch.arange(len(x)) == 0).view(-1, 1, 1, 1, 1, 1), weight)",
            "Only the first image of the batch is convolved, x[0]; all N are.",
        ),
        Slip(
            "first-image-alone-with-its-bias",
            "return out if bias is None else out + bias[:, None, None]",
            "out = out if bias is None else out + bias[:, None, None]\n"
            "    return out * (torch.arange(len(x)) == 0).view(-1, 1, 1, 1)",
            "Only the first image of the batch has an answer, the others are left at 0: all N are convolved.",
        ),
        Slip(
            "summed-over-the-batch",
            "windows, weight)",
            "windows.sum(dim=0, keepdim=True).expand_as(windows), weight)",
            "The products are summed over the batch, too: sum over input channels and the taps of the kernel alone.",
        ),
        Slip(
            "one-input-channel-for-each-output",
            "windows, weight)",
            "windows, weight * (torch.arange(weight.shape[1]) == (torch.arange(len(weight)) % weight.shape[1])[:, None])"
            "[:, :, None, None])",
            "Output channel o reads input channel o alone, as a depthwise convolution does; it sums over all input channels.",
        ),
        Slip(
            "channels-summed-apart",
            "nchwij,ocij->nohw",
            "nchwij,odij->nohw",
            "Image and kernel are summed over their channels before they are multiplied: channel c of the one belongs to channel "
            "c of the other.",
        ),
        Slip(
            "first-input-channel-alone",
            "windows, weight)",
            "windows[:, :1], weight[:, :1])",
            "Only the first input channel is used; the products are summed over all of them.",
        ),
        Slip(
            "last-input-channel-alone",
            "windows, weight)",
            "windows[:, -1:], weight[:, -1:])",
            "Only the last input channel is there, as where each overwrites the one before: add them up, +=.",
        ),
        Slip(
            "last-tap-alone",
            "windows, weight)",
            "windows[..., -1:, -1:], weight[..., -1:, -1:])",
            "Only the last tap of the kernel is there, as where each overwrites the one before: add them up, +=.",
        ),
        Slip(
            "last-product-alone",
            "windows, weight)",
            "windows[:, -1:, :, :, -1:, -1:], weight[:, -1:, -1:, -1:])",
            "Only the last product is there, of the last channel and tap, as with = in the innermost loop: add them up, +=.",
        ),
        Slip(
            "mean-over-input-channels",
            "windows, weight)",
            "windows / x.shape[1], weight)",
            "You average over the input channels; their contributions are summed.",
        ),
        Slip(
            "mean-over-taps",
            "windows, weight)",
            "windows / (kh * kw), weight)",
            "You average over the taps of the kernel; the products are summed.",
        ),
        Slip(
            "mean-of-products",
            "windows, weight)",
            "windows / (x.shape[1] * kh * kw), weight)",
            "You take the mean of the products in a window; they are summed.",
        ),
        Slip(
            "first-kernel-for-all",
            "windows, weight)",
            "windows, weight[:1].expand_as(weight))",
            "Every output channel uses the first kernel; each has its own, weight[o].",
        ),
        Slip(
            "channels-of-weight-exchanged",
            "windows, weight)",
            "windows, weight.transpose(0, 1))",
            "The weight is read as (Cin,Cout,kh,kw), as a transposed convolution has it; here output channels come first.",
        ),
        Slip(
            "weight-flattened-channels-last",
            "windows, weight)",
            "windows, weight.permute(0, 2, 3, 1).reshape(weight.shape))",
            "The weight is flattened as (kh,kw,Cin), the windows as (Cin,kh,kw): both need the same order.",
        ),
        Slip(
            "windows-flattened-channels-last",
            "windows, weight)",
            "windows, weight.flatten(1).reshape(-1, kh, kw, x.shape[1]).permute(0, 3, 1, 2))",
            "The windows are flattened as (kh,kw,Cin), the weight as (Cin,kh,kw): both need the same order.",
        ),
        FunctionSlip(
            "windows-reshaped-not-permuted",
            {"conv2d": windows_not_permuted},
            "The windows (N,Cin,H',W',kh,kw) are reshaped to rows without moving Cin behind H' and W': that mixes windows. "
            "Permute first.",
        ),
        FunctionSlip(
            "output-reshaped-not-permuted",
            {"conv2d": output_not_permuted},
            "The products (N,H',W',Cout) are reshaped to (N,Cout,H',W'), which mixes channels and places: permute(0, 3, 1, 2).",
        ),
        Slip(
            "channels-last-out",
            "\"nchwij,ocij->nohw\", windows, weight)  # (N,Cout,H',W')\n"
            "    return out if bias is None else out + bias[:, None, None]",
            '"nchwij,ocij->nhwo", windows, weight)\n    return out if bias is None else out + bias',
            "The channels come last, (N,H',W',Cout); (N,Cout,H',W') is asked for.",
        ),
        Slip(
            "height-and-width-of-the-output-swapped",
            "->nohw",
            "->nowh",
            "Height and width of the answer are exchanged: (N,Cout,H',W').",
        ),
        Slip(
            "weight-and-bias-detached",
            "windows, weight)  # (N,Cout,H',W')\n    return out if bias is None else out + bias[:, None, None]",
            "windows, weight.detach())\n    return out if bias is None else out + bias.detach()[:, None, None]",
            "The values are right but no gradient reaches weight and bias, as when they are copied into a layer: compute with "
            "the tensors themselves.",
        ),
    ),
)
