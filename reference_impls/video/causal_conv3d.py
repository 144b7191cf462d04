"""Convolution over a video that never looks ahead (Yu et al. 2023, MAGVIT-v2, arXiv:2310.05737, section 3.2).

    y[f] = b + Σ_{j<kt} W[j] ⊛ x[f - (kt-1) + j],   x[f] = 0 for f < 0

A 3D convolution with 'same' padding pads time on both sides: a frame depends on later ones. Here all kt - 1 frames of padding
stand before the video: the last tap of the kernel is the present frame, the length stays F, and the first frame sees itself
alone, which lets one model encode images and videos. In space the padding is symmetric, k // 2. Padding is with zeros; some
video autoencoders repeat the first frame instead.

Shapes: x (B,C,F,H,W), weight (O,C,kt,kh,kw) with kh and kw odd, bias (O,) or None. Returns: (B,O,F,H,W).
"""

from collections.abc import Iterator

import torch.nn.functional as nnf
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def causal_conv3d(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """3D convolution of stride 1, padded in the past and on all sides of a frame."""
    kt, kh, kw = weight.shape[2:]
    padding = (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)  # from the last axis to the first: before and after
    return nnf.conv3d(nnf.pad(x, padding), weight, bias)  # (B,C,F+kt-1,H+kh-1,W+kw-1) -> (B,O,F,H,W)


# ----------------------------------------------------------------------------------------------------------------------


def inputs(
    draw: Draw, *, x: tuple[int, int, int, int, int], out: int, kernel: tuple[int, int, int]
) -> tuple[Tensor, Tensor]:
    """A video of shape (B,C,F,H,W) and a kernel whose answers have about unit size."""
    taps = x[1] * kernel[0] * kernel[1] * kernel[2]
    return draw.normal(*x), draw.normal(out, x[1], *kernel, scale=taps**-0.5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "two taps in time, one pixel", (*inputs(draw, x=(1, 1, 3, 1, 1), out=1, kernel=(2, 1, 1)), draw.normal(1))
    )
    yield Case(
        "3x3x3 with bias",
        (*inputs(draw, x=(2, 3, 4, 5, 6), out=4, kernel=(3, 3, 3)), draw.normal(4, mean=1.0, scale=2.0)),
    )
    yield Case("kh != kw, no bias", inputs(draw, x=(2, 2, 5, 6, 7), out=3, kernel=(3, 1, 5)))
    yield Case("an even number of taps", (*inputs(draw, x=(1, 2, 6, 4, 3), out=3, kernel=(4, 3, 1)), draw.normal(3)))
    yield Case("one tap in time", inputs(draw, x=(2, 2, 3, 4, 5), out=2, kernel=(1, 3, 3)), {"bias": draw.normal(2)})
    yield Case("one frame", (*inputs(draw, x=(2, 2, 1, 3, 4), out=3, kernel=(3, 3, 3)), draw.normal(3)))
    yield Case(
        "fewer frames than taps", inputs(draw, x=(1, 3, 3, 3, 2), out=2, kernel=(5, 3, 3)), {"bias": draw.normal(2)}
    )
    yield Case("a frame smaller than the kernel", inputs(draw, x=(2, 1, 3, 2, 3), out=2, kernel=(2, 5, 7)))
    yield Case("forty frames", inputs(draw, x=(1, 1, 40, 2, 2), out=2, kernel=(3, 1, 1)))
    yield Case("all sizes alike", (*inputs(draw, x=(3, 3, 3, 3, 3), out=3, kernel=(3, 3, 3)), draw.normal(3)))


def first_frame_repeated(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """The padding in time is the first frame, not zero."""
    kt, kh, kw = weight.shape[2:]
    past = x[:, :, :1].expand(-1, -1, kt - 1, -1, -1)
    before = nnf.pad(past, (kw // 2, kw // 2, kh // 2, kh // 2))
    frames = nnf.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0))
    frames[:, :, : kt - 1] = before
    return nnf.conv3d(frames, weight, bias)


def bias_for_each_tap(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    out = nnf.conv3d(nnf.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)), weight, bias)
    return out if bias is None else out + (weight.shape[2] - 1) * bias.view(-1, 1, 1, 1)


def half_in_the_past(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    return nnf.conv3d(x, weight, bias, padding=(kt // 2, kh // 2, kw // 2))[:, :, : x.shape[2]]


def last_frames_in_front(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    frames = [(f - kt + 1) % x.shape[2] for f in range(x.shape[2] + kt - 1)]
    return nnf.conv3d(x[:, :, frames], weight, bias, padding=(0, kh // 2, kw // 2))


def bias_on_the_oldest_tap(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    out = nnf.conv3d(nnf.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)), weight)
    for f in range(kt - 1, x.shape[2] if bias is not None else 0):
        out[:, :, f] = out[:, :, f] + bias.view(-1, 1, 1)  # type: ignore[union-attr]
    return out


def bias_for_each_tap_in_reach(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    out = nnf.conv3d(nnf.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)), weight)
    for f in range(x.shape[2] if bias is not None else 0):
        out[:, :, f] = out[:, :, f] + min(f + 1, kt) * bias.view(-1, 1, 1)  # type: ignore[union-attr]
    return out


def first_taps_at_the_start(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    kt, kh, kw = weight.shape[2:]
    out = nnf.conv3d(nnf.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)), weight, bias)
    for f in range(min(kt - 1, x.shape[2])):
        window = nnf.conv3d(x[:, :, : f + 1], weight[:, :, : f + 1], bias, padding=(0, kh // 2, kw // 2))
        out[:, :, f] = window[:, :, 0]
    return out


PROBLEM = Problem(
    id="causal-conv3d",
    entries=(causal_conv3d,),
    cases=cases,
    slips=(
        Slip(
            "symmetric-in-time",
            "kt - 1, 0)",
            "(kt - 1) // 2, kt // 2)",
            "Time is padded on both sides, as 'same' padding does, so that a frame sees later ones: all kt - 1 "
            "frames of padding go before the video.",
        ),
        Slip(
            "padded-in-the-future",
            "kt - 1, 0)",
            "0, kt - 1)",
            "The kt - 1 frames of padding stand after the video, so that a frame sees the next kt - 1: put them "
            "before it.",
        ),
        Slip(
            "one-frame-too-many",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:4], kt, 0)), weight, bias)[:, :, : x.shape[2]]",
            "The output is one frame late: with kt frames of padding the present frame is never seen. Pad kt - 1.",
        ),
        Slip(
            "twice-the-half",
            "kt - 1, 0)",
            "2 * (kt // 2), 0)",
            "2 * (kt // 2) frames of padding are kt - 1 only for an odd kernel; with an even one the output is a "
            "frame too long.",
        ),
        FunctionSlip(
            "first-frame-repeated",
            {"causal_conv3d": first_frame_repeated},
            "The past is filled with copies of the first frame (as some video autoencoders do); here it is zero.",
        ),
        Slip(
            "no-padding-in-time",
            "kt - 1, 0)",
            "0, 0)",
            "Time is not padded, so that kt - 1 frames are lost at the start.",
        ),
        Slip(
            "no-padding-in-space",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt",
            "(0, 0, 0, 0, kt",
            "Space is not padded, so that the frames shrink: k // 2 zeros on each side.",
        ),
        Slip(
            "space-padded-by-one",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt",
            "(1, 1, 1, 1, kt",
            "Space is padded by 1, which is right for a kernel of 3 alone: pad kh // 2 and kw // 2.",
        ),
        Slip(
            "causal-in-space",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt",
            "(kw - 1, 0, kh - 1, 0, kt",
            "Space is padded at the top and left alone; only time is causal. In space k // 2 zeros stand on each side.",
        ),
        Slip(
            "padding-order-reversed",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)",
            "(kt - 1, 0, kh // 2, kh // 2, kw // 2, kw // 2)",
            "F.pad counts from the last axis to the first: the width's padding comes first and the time's last.",
        ),
        Slip(
            "height-and-width-swapped",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt",
            "(kh // 2, kh // 2, kw // 2, kw // 2, kt",
            "The paddings of height and width are swapped: F.pad counts from the last axis, so kw // 2 comes first.",
        ),
        Slip(
            "border-repeated",
            "nnf.pad(x, padding)",
            'nnf.pad(nnf.pad(x, (*padding[:4], 0, 0), mode="replicate"), (0, 0, 0, 0, *padding[4:]))',
            "Space is padded by repeating the border; here it is padded with zeros.",
        ),
        Slip("bias-ignored", "weight, bias)", "weight)", "The bias is not added."),
        Slip(
            "bias-detached",
            "weight, bias)",
            "weight, None if bias is None else bias.detach())",
            "The values are right but no gradient reaches bias, as when its data are added: use the tensor itself.",
        ),
        Slip(
            "weights-detached",
            "weight, bias)",
            "weight.detach(), None if bias is None else bias.detach())",
            "The values are right but no gradient reaches weight and bias, as when they are copied into a layer: call F.conv3d "
            "with the tensors themselves.",
        ),
        Slip(
            "kernel-reversed-in-time",
            "nnf.pad(x, padding), weight,",
            "nnf.pad(x, padding), weight.flip(2),",
            "The kernel runs backwards in time: its last tap, kt - 1, belongs to the present frame "
            "(cross-correlation).",
        ),
        Slip(
            "kernel-flipped",
            "nnf.pad(x, padding), weight,",
            "nnf.pad(x, padding), weight.flip(2, 3, 4),",
            "The kernel is flipped in all three axes; like F.conv3d, this is a cross-correlation, without a flip.",
        ),
        Slip(
            "half-on-both-sides",
            "kt - 1, 0)",
            "kt // 2, kt // 2)",
            "Time is padded by kt // 2 on both sides, as 'same' padding does, so that a frame sees later "
            "ones (and for an even kernel the output is a frame too long): all kt - 1 frames go before the video.",
        ),
        Slip(
            "not-cut",
            "kt - 1, 0)",
            "kt - 1, kt - 1)",
            "kt - 1 frames of padding stand on both sides, which gives F + kt - 1 frames: pad before the video "
            "alone, or keep the first F.",
        ),
        Slip("kt-frames", "kt - 1, 0)", "kt, 0)", "kt frames of padding give one output frame too many: pad kt - 1."),
        Slip(
            "cut-by-a-negative-slice",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:5], kt - 1)), weight, bias)[:, :, : -(kt - 1)]",
            "[: -(kt - 1)] is [:0], nothing at all, for a kernel with one tap in time: cut to the length of x.",
        ),
        Slip(
            "padding-of-a-3x3x3-kernel",
            "(kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)",
            "(1, 1, 1, 1, 2, 0)",
            "The padding is that of a 3x3x3 kernel: compute it from the kernel, kw // 2, kh // 2 and kt - 1.",
        ),
        Slip(
            "border-and-past-repeated",
            "nnf.pad(x, padding)",
            'nnf.pad(x, padding, mode="replicate")',
            "The past and the border are filled with copies of their neighbours; here they are zero.",
        ),
        Slip(
            "border-mirrored",
            "nnf.pad(x, padding)",
            'nnf.pad(nnf.pad(x, (*padding[:4], 0, 0), mode="reflect"), (0, 0, 0, 0, *padding[4:]))',
            "Space is padded by mirroring the border; here it is padded with zeros.",
        ),
        Slip(
            "bias-along-the-width",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, padding), weight) + (0 if bias is None else bias)",
            "The bias (O,) is added along the last axis, the width; it belongs to the channels: view(-1, 1, 1, 1).",
        ),
        Slip(
            "bias-subtracted",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, padding), weight, None if bias is None else -bias)",
            "The bias is subtracted; it is added.",
        ),
        Slip(
            "dilated-in-time",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:4], 2 * (kt - 1), 0)), weight, bias, dilation=(2, 1, 1))",
            "The taps are two frames apart; the dilation is 1.",
        ),
        Slip(
            "input-detached",
            "nnf.pad(x, padding)",
            "nnf.pad(x.detach(), padding)",
            "The values are right but no gradient reaches x: pad the tensor itself, not a copy or detached data.",
        ),
        FunctionSlip(
            "bias-for-each-tap",
            {"causal_conv3d": bias_for_each_tap},
            "The bias is added once for each tap in time; it is added once.",
        ),
        Slip(
            "last-tap-alone",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:4], 0, 0)), weight[:, :, -1:], bias)",
            "Only the last tap in time is used, a 2D convolution of each frame: the frames before it count, too.",
        ),
        Slip(
            "first-tap-alone",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:4], 0, 0)), weight[:, :, :1], bias)",
            "Only the first tap in time is used, on the present frame: tap kt-1 belongs to the present, the others "
            "to frames before it.",
        ),
        FunctionSlip(
            "half-in-the-past",
            {"causal_conv3d": half_in_the_past},
            "Time is padded by kt // 2 on both sides and cut to F frames: with three taps or more a frame sees later ones. "
            "Pad kt - 1 frames in the past alone.",
        ),
        FunctionSlip(
            "last-frames-in-front",
            {"causal_conv3d": last_frames_in_front},
            "The past is filled with the end of the video (circular padding), which is the future: pad with zeros.",
        ),
        Slip(
            "twice-the-half-cut",
            "nnf.conv3d(nnf.pad(x, padding), weight, bias)",
            "nnf.conv3d(nnf.pad(x, (*padding[:4], 2 * (kt // 2), 0)), weight, bias)[:, :, : x.shape[2]]",
            "2 * (kt // 2) frames of padding are one too many for an even kernel, and cutting the end leaves the output a frame "
            "late. Pad kt - 1.",
        ),
        Slip(
            "oldest-taps-for-a-short-video",
            "kt, kh, kw = weight.shape[2:]",
            "weight = weight[:, :, : x.shape[2]]\n    kt, kh, kw = weight.shape[2:]",
            "Where the video has fewer frames than the kernel taps, the first taps are used; the last ones meet the video, and "
            "the first meet padding alone.",
        ),
        FunctionSlip(
            "bias-on-the-oldest-tap",
            {"causal_conv3d": bias_on_the_oldest_tap},
            "The first kt - 1 frames lack the bias, as where it comes with the oldest tap, which does not reach them: every "
            "frame gets it once.",
        ),
        FunctionSlip(
            "bias-for-each-tap-in-reach",
            {"causal_conv3d": bias_for_each_tap_in_reach},
            "The bias comes with each tap that meets a frame of the video, so that frame f gets it min(f + 1, kt) times; "
            "every frame gets it once.",
        ),
        FunctionSlip(
            "first-taps-at-the-start",
            {"causal_conv3d": first_taps_at_the_start},
            "Frames with fewer than kt - 1 before them meet the first taps of the kernel, as where the window of frames is cut "
            "and the kernel with it, weight[:, :, :n]: they meet the last taps, weight[:, :, -n:].",
        ),
    ),
)
