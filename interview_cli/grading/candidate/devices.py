"""The device on which answers are computed: made ready before the process is confined, seeded, waited for. Imports torch."""

from __future__ import annotations

import warnings

import torch

from interview_cli.grading.wire.values import seed_everything


def set_up(device: str) -> None:
    """Make the device ready: its driver opens and maps what a confined process may not."""
    if device == "cpu":
        return
    compute_in_full()
    small = torch.ones(1, 1, 4, 4, device=device, requires_grad=True)
    (torch.nn.functional.conv2d(small, small) + (small @ small).sum()).sum().backward()  # type: ignore[no-untyped-call]
    synchronize(device)


def compute_in_full() -> None:
    """No TF32, which CUDA's convolutions use by default: its ten bits would make right answers wrong."""
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False


def synchronize(device: str) -> None:
    """Wait until the device has computed all that it was given."""
    match device.partition(":")[0]:
        case "cuda":
            torch.cuda.synchronize(device)
        case "mps":
            torch.mps.synchronize()


def seed(device: str, number: int) -> None:
    """The same draws for the same grade, whichever generator is used."""
    seed_everything(number)
    match device.partition(":")[0]:
        case "cuda":
            torch.cuda.manual_seed_all(number)
        case "mps":
            torch.mps.manual_seed(number)


def spoil_unwritten_memory() -> None:
    """Fill what torch.empty gives with NaN: what earlier calls left there can pass for a random start, or for an answer."""
    warnings.filterwarnings("ignore", message=".*does not have a deterministic implementation")
    torch._C._set_deterministic_algorithms(True, warn_only=True)  # the public way imports the compiler
