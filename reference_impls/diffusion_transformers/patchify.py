"""Images to tokens and back (Dosovitskiy et al. 2021, arXiv:2010.11929, section 3.1; Peebles & Xie 2023, 2212.09748, 3.2).

    token of patch (i, j), entry (r, s, c)  =  x[c, i p + r, j p + s]

Patches are read row by row; inside a token the order is row, column, channel. Only a permutation: no number changes, and
either function undoes the other.

Shapes: x (B,C,H,W) <-> tokens (B, H/p · W/p, p·p·C); h and w are the image's height and width in pixels.
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect, expect_close


def patchify(x: Tensor, p: int) -> Tensor:
    """One token for each p x p patch."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p)
    x = x.permute(0, 2, 4, 3, 5, 1)  # (B, H/p, W/p, p, p, C)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """The image of h x w pixels."""
    B, _, width = tokens.shape
    C = width // (p * p)
    x = tokens.reshape(B, h // p, w // p, p, p, C)
    x = x.permute(0, 5, 1, 3, 2, 4)  # (B, C, h/p, p, w/p, p)
    return x.reshape(B, C, h, w)


# ----------------------------------------------------------------------------------------------------------------------


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two patches of one channel", (draw.normal(1, 1, 2, 4), 2), entry="patchify")
    yield Case("tall image, three channels", (draw.normal(2, 3, 8, 6), 2), entry="patchify")
    yield Case("wide image, patches of three", (draw.normal(2, 4, 6, 15), 3), entry="patchify")
    yield Case("square image", (draw.normal(3, 2, 8, 8), 4), entry="patchify")
    yield Case("patches of one pixel", (draw.normal(2, 3, 2, 5), 1), entry="patchify")
    yield Case("the whole image is one patch", (draw.normal(2, 3, 4, 4),), {"p": 4}, entry="patchify")
    yield Case("two tokens back to an image", (draw.normal(1, 2, 4), 2, 2, 4), entry="unpatchify")
    yield Case("back to a tall image", (draw.normal(2, 12, 12), 2, 8, 6), entry="unpatchify")
    yield Case("back to a wide image", (draw.normal(2, 10, 36), 3, 6, 15), entry="unpatchify")
    yield Case("back to a wide image, 16 patches", (draw.normal(2, 16, 8), 2, 4, 16), entry="unpatchify")
    yield Case("back to a square image", (draw.normal(3, 4, 32),), {"p": 4, "h": 8, "w": 8}, entry="unpatchify")
    yield Case("tokens of one pixel", (draw.normal(2, 10, 3), 1, 2, 5), entry="unpatchify")
    yield Case("one token", (draw.normal(2, 1, 48), 4, 4, 4), entry="unpatchify")


def inverse(world: World, draw: Draw) -> None:
    x = draw.normal(2, 3, 6, 10)
    tokens = world.call("patchify", x, 2)
    expect(getattr(tokens, "shape", None) == (2, 15, 12), "patchify returns one array of tokens", "shape")
    expect_close(
        world.call("unpatchify", torch.as_tensor(tokens), 2, 6, 10), x, "unpatchify undoes patchify", "round-trip"
    )


def channels_first_patchify(x: Tensor, p: int) -> Tensor:
    """Token order channel, row, column."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 1, 3, 5)
    return x.reshape(B, (H // p) * (W // p), C * p * p)


def channels_first_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """Token order channel, row, column."""
    x = tokens.reshape(tokens.shape[0], h // p, w // p, -1, p, p).permute(0, 3, 1, 4, 2, 5)
    return x.reshape(tokens.shape[0], -1, h, w)


def columns_first_patchify(x: Tensor, p: int) -> Tensor:
    """Patches read column by column."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 4, 2, 3, 5, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def columns_first_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """Patches read column by column."""
    x = tokens.reshape(tokens.shape[0], w // p, h // p, p, p, -1).permute(0, 5, 2, 3, 1, 4)
    return x.reshape(tokens.shape[0], -1, h, w)


def transposed_patchify(x: Tensor, p: int) -> Tensor:
    """Token order column, row, channel."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 5, 3, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def transposed_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """Token order column, row, channel."""
    x = tokens.reshape(tokens.shape[0], h // p, w // p, p, p, -1).permute(0, 5, 1, 4, 2, 3)
    return x.reshape(tokens.shape[0], -1, h, w)


def reshaped_patchify(x: Tensor, p: int) -> Tensor:
    """No permutation at all."""
    B, C, H, W = x.shape
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def reshaped_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """No permutation at all."""
    return tokens.reshape(tokens.shape[0], -1, h, w)


def split_inside_out_patchify(x: Tensor, p: int) -> Tensor:
    """The pixel inside the patch taken as the slow axis."""
    B, C, H, W = x.shape
    x = x.reshape(B, C, p, H // p, p, W // p).permute(0, 3, 5, 2, 4, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def split_inside_out_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """The pixel inside the patch taken as the slow axis."""
    x = tokens.reshape(tokens.shape[0], h // p, w // p, p, p, -1).permute(0, 5, 3, 1, 4, 2)
    return x.reshape(tokens.shape[0], -1, h, w)


def unpermuted_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """Rows of the patch and columns of the grid not exchanged."""
    x = tokens.reshape(tokens.shape[0], h // p, w // p, p, p, -1).permute(0, 5, 1, 2, 3, 4)
    return x.reshape(tokens.shape[0], -1, h, w)


def swapped_unpatchify(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    """h taken as the width."""
    x = tokens.reshape(tokens.shape[0], w // p, h // p, p, p, -1).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(tokens.shape[0], -1, w, h)


def patchify_rows_channels_columns(x: Tensor, p: int) -> Tensor:
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 1, 5)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify_rows_channels_columns(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    C = width // (p * p)
    return tokens.reshape(B, h // p, w // p, p, C, p).permute(0, 4, 1, 3, 2, 5).reshape(B, C, h, w)


def patchify_of_images_with_channels_last(x: Tensor, p: int) -> Tensor:
    B, H, W, C = x.shape
    x = x.reshape(B, H // p, p, W // p, p, C).permute(0, 1, 3, 2, 4, 5)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify_of_images_with_channels_last(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    C = width // (p * p)
    return tokens.reshape(B, h // p, w // p, p, p, C).permute(0, 5, 1, 3, 2, 4).reshape(B, C, h, w)


def patchify_with_a_grid(x: Tensor, p: int) -> Tensor:
    B, C, H, W = x.shape
    x = x.reshape(B, C, H // p, p, W // p, p).permute(0, 2, 4, 3, 5, 1)
    return x.reshape(B, H // p, W // p, p * p * C)


def unpatchify_with_a_grid(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, width = tokens.shape[0], tokens.shape[-1]
    C = width // (p * p)
    return tokens.reshape(B, h // p, w // p, p, p, C).permute(0, 5, 1, 3, 2, 4).reshape(B, C, h, w)


def patchify_with_exchanged_sides(x: Tensor, p: int) -> Tensor:
    B, C, H, W = x.shape
    x = x.reshape(B, C, W // p, p, H // p, p).permute(0, 2, 4, 3, 5, 1)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify_with_exchanged_sides(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    C = width // (p * p)
    return tokens.reshape(B, w // p, h // p, p, p, C).permute(0, 5, 1, 3, 2, 4).reshape(B, C, h, w)


def unpatchify_to_channels_last(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    return tokens.reshape(B, h // p, w // p, p, p, width // (p * p)).permute(0, 1, 3, 2, 4, 5).reshape(B, h, w, -1)


def unpatchify_of_columns(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    C = width // (p * p)
    return tokens.reshape(B, w // p, h // p, p, p, C).permute(0, 5, 2, 3, 1, 4).reshape(B, C, h, w)


def unpatchify_of_a_square(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, N, width = tokens.shape
    C, side = width // (p * p), int(N**0.5)
    x = tokens.reshape(B, side, side, p, p, C).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, C, side * p, side * p)


def unpatchify_by_reshape(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    return tokens.reshape(len(tokens), -1, h, w)


def patchify_as_if_channels_were_last(x: Tensor, p: int) -> Tensor:
    B, C, H, W = x.shape
    x = x.reshape(B, H // p, p, W // p, p, C).permute(0, 1, 3, 2, 4, 5)
    return x.reshape(B, (H // p) * (W // p), p * p * C)


def unpatchify_as_if_channels_were_last(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, _, width = tokens.shape
    C = width // (p * p)
    return tokens.reshape(B, h // p, w // p, p, p, C).permute(0, 1, 3, 2, 4, 5).reshape(B, C, h, w)


def unpatchify_of_a_square_if_it_can_be(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, N, width = tokens.shape
    C, side = width // (p * p), math.isqrt(N)
    rows, columns = (side, side) if side * side == N else (h // p, w // p)
    x = tokens.reshape(B, rows, columns, p, p, C).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, C, rows * p, columns * p)


def unpatchify_of_a_square_if_it_can_be_reshaped(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, N, width = tokens.shape
    C, side = width // (p * p), math.isqrt(N)
    rows, columns = (side, side) if side * side == N else (h // p, w // p)
    return tokens.reshape(B, rows, columns, p, p, C).permute(0, 5, 1, 3, 2, 4).reshape(B, C, h, w)


def patchify_of_runs(x: Tensor, p: int) -> Tensor:
    B, C, H, W = x.shape
    return x.permute(0, 2, 3, 1).reshape(B, (H // p) * (W // p), p * p * C)


def patchify_with_tokens_last(x: Tensor, p: int) -> Tensor:
    return torch.nn.functional.unfold(x, kernel_size=p, stride=p)


def unpatchify_with_tokens_last(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    return torch.nn.functional.fold(tokens, (h, w), kernel_size=p, stride=p)


def unpatchify_of_rows_of_a_square(tokens: Tensor, p: int, h: int, w: int) -> Tensor:
    B, N, width = tokens.shape
    C = width // (p * p)
    x = tokens.reshape(B, math.isqrt(N), -1, p, p, C).permute(0, 5, 1, 3, 2, 4)
    return x.reshape(B, C, x.shape[2] * p, -1)


PROBLEM = Problem(
    id="patchify",
    entries=(patchify, unpatchify),
    cases=cases,
    laws=(Law("unpatchify undoes patchify", inverse),),
    slips=(
        FunctionSlip(
            "channels-first",
            {"patchify": channels_first_patchify, "unpatchify": channels_first_unpatchify},
            "Inside a token the order is channel, row, column (as unfold gives it); here it is row, column, channel.",
        ),
        FunctionSlip(
            "channels-first-in-patchify",
            {"patchify": channels_first_patchify},
            "patchify orders a token as channel, row, column; here it is row, column, channel, as in your unpatchify.",
        ),
        FunctionSlip(
            "channels-first-in-unpatchify",
            {"unpatchify": channels_first_unpatchify},
            "unpatchify reads a token as channel, row, column; here it is row, column, channel, as in your patchify.",
        ),
        FunctionSlip(
            "columns-first",
            {"patchify": columns_first_patchify, "unpatchify": columns_first_unpatchify},
            "The patches are read column by column; tokens go along the rows of the grid.",
        ),
        FunctionSlip(
            "pixels-transposed",
            {"patchify": transposed_patchify, "unpatchify": transposed_unpatchify},
            "Inside a token the pixels are ordered column, row, channel; here it is row, column, channel.",
        ),
        FunctionSlip(
            "reshape-only",
            {"patchify": reshaped_patchify, "unpatchify": reshaped_unpatchify},
            "A reshape alone cuts the image into runs of pixels: split H and W into (grid, pixel) and permute before "
            "merging.",
        ),
        FunctionSlip(
            "grid-and-pixel-swapped",
            {"patchify": split_inside_out_patchify, "unpatchify": split_inside_out_unpatchify},
            "H is split as (p, H/p), so that a patch collects every (H/p)-th pixel: split it as (H/p, p), grid first.",
        ),
        FunctionSlip(
            "unpatchify-not-permuted",
            {"unpatchify": unpermuted_unpatchify},
            "In unpatchify the pixel rows and the grid columns have to change places before the reshape: "
            "(B, C, h/p, p, w/p, p).",
        ),
        FunctionSlip(
            "height-and-width-swapped",
            {"unpatchify": swapped_unpatchify},
            "unpatchify takes h as the width and w as the height.",
        ),
        Slip(
            "three-channels",
            "C = width // (p * p)",
            "C = 3",
            "unpatchify expects three channels; their number is the token's width divided by p * p.",
        ),
        Slip(
            "sizes-in-patches",
            "tokens.reshape(B, h // p, w // p, p, p, C)",
            "tokens.reshape(B, h, w, p, p, C)",
            "h and w are read as numbers of patches; they are the image's height and width in pixels.",
        ),
        FunctionSlip(
            "channels-between-row-and-column",
            {"patchify": patchify_rows_channels_columns, "unpatchify": unpatchify_rows_channels_columns},
            "Inside a token the order is row, channel, column; it is row, column, channel: permute(0, 2, 4, 3, 5, 1).",
        ),
        FunctionSlip(
            "channels-last-images",
            {"patchify": patchify_of_images_with_channels_last, "unpatchify": unpatchify_of_images_with_channels_last},
            "patchify reads the image as (B, H, W, C); here the channels come first: (B, C, H, W).",
        ),
        FunctionSlip(
            "grid-not-flattened",
            {"patchify": patchify_with_a_grid, "unpatchify": unpatchify_with_a_grid},
            "The grid is kept as two axes; the tokens stand in one row: (B, (H/p) * (W/p), p * p * C).",
        ),
        FunctionSlip(
            "height-and-width-exchanged-in-both",
            {"patchify": patchify_with_exchanged_sides, "unpatchify": unpatchify_with_exchanged_sides},
            "Height and width are exchanged where the axes are split: the third axis is H, the fourth W.",
        ),
        FunctionSlip(
            "channels-last-in-unpatchify",
            {"unpatchify": unpatchify_to_channels_last},
            "unpatchify returns (B, H, W, C); an image has its channels first: (B, C, H, W).",
        ),
        FunctionSlip(
            "columns-first-in-unpatchify",
            {"unpatchify": unpatchify_of_columns},
            "unpatchify takes the tokens to run down the columns of the grid; they run along its rows.",
        ),
        FunctionSlip(
            "square-grid",
            {"unpatchify": unpatchify_of_a_square},
            "unpatchify takes the grid to be square; it has h / p rows and w / p columns.",
        ),
        FunctionSlip(
            "reshape-only-in-unpatchify",
            {"unpatchify": unpatchify_by_reshape},
            "unpatchify only reshapes; the axes of grid and patch have to be permuted back first.",
        ),
        Slip(
            "grid-swapped-back",
            "tokens.reshape(B, h // p, w // p, p, p, C)",
            "tokens.reshape(B, w // p, h // p, p, p, C)",
            "unpatchify reads the tokens as a grid of w/p rows and h/p columns, which square images forgive: h/p rows come "
            "first.",
        ),
        FunctionSlip(
            "channels-taken-as-last",
            {"patchify": patchify_as_if_channels_were_last, "unpatchify": unpatchify_as_if_channels_were_last},
            "The image is split as if the channels stood last, and back in the same way: a reshape of (B,C,H,W) to "
            "(B, H/p, p, W/p, p, C) mixes channels with rows and columns. Split it in its own order, (B, C, H/p, "
            "p, W/p, p), and permute.",
        ),
        FunctionSlip(
            "channels-taken-as-last-in-patchify",
            {"patchify": patchify_as_if_channels_were_last},
            "patchify splits the image as if the channels stood last: a reshape of (B,C,H,W) to (B, H/p, p, W/p, "
            "p, C) mixes channels with rows and columns. Split it in its own order, (B, C, H/p, p, W/p, p), and "
            "permute.",
        ),
        FunctionSlip(
            "channels-taken-as-last-in-unpatchify",
            {"unpatchify": unpatchify_as_if_channels_were_last},
            "unpatchify leaves the channels last when it reshapes to (B,C,H,W), which mixes them with rows and "
            "columns: permute to (B, C, h/p, p, w/p, p) first.",
        ),
        FunctionSlip(
            "square-grid-if-it-can-be",
            {"unpatchify": unpatchify_of_a_square_if_it_can_be},
            "unpatchify takes the grid to be square where the number of tokens is a square: 16 patches may be 2 x "
            "8. It has h / p rows and w / p columns.",
        ),
        FunctionSlip(
            "square-grid-if-it-can-be-reshaped",
            {"unpatchify": unpatchify_of_a_square_if_it_can_be_reshaped},
            "unpatchify takes the grid to be square where the number of tokens is a square, and reshapes the "
            "result to h x w: 16 patches may be 2 x 8. The grid has h / p rows and w / p columns.",
        ),
        FunctionSlip(
            "runs-of-pixels",
            {"patchify": patchify_of_runs, "unpatchify": unpermuted_unpatchify},
            "A token is a run of p * p pixels in reading order, no square, there and back, as where only the channels are "
            "moved: rows of the patch and columns of the grid have to change places before the reshape, (B, H/p, W/p, p, p, C).",
        ),
        FunctionSlip(
            "runs-of-pixels-in-patchify",
            {"patchify": patchify_of_runs},
            "In patchify a token is a run of p * p pixels in reading order, no square, as where only the channels are moved: "
            "rows of the patch and columns of the grid have to change places before the reshape, (B, H/p, W/p, p, p, C).",
        ),
        FunctionSlip(
            "reshape-only-in-patchify",
            {"patchify": reshaped_patchify},
            "patchify only reshapes, which cuts the image into runs of pixels: split H and W into (grid, pixel) and permute "
            "before merging.",
        ),
        FunctionSlip(
            "tokens-last",
            {"patchify": patchify_with_tokens_last, "unpatchify": unpatchify_with_tokens_last},
            "The tokens are the last axis, (B, C * p * p, N), as unfold gives them and fold takes them: they are the middle one, "
            "and inside a token the order is row, column, channel.",
        ),
        FunctionSlip(
            "tokens-last-in-patchify",
            {"patchify": patchify_with_tokens_last},
            "patchify returns (B, entries, tokens), as where the transpose after unfold is missing: the tokens are the middle "
            "axis.",
        ),
        FunctionSlip(
            "rows-of-a-square-grid",
            {"unpatchify": unpatchify_of_rows_of_a_square},
            "unpatchify takes the grid to have as many rows as a square one; it has h / p rows and w / p columns.",
        ),
    ),
)
