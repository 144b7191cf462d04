"""Dynamic loss scaling (Micikevicius et al. 2018, Mixed precision training, arXiv:1710.03740, section 3.2; torch.amp.GradScaler).

    overflow in the gradients:      scale ← scale · backoff, count ← 0          (and the optimizer's step is skipped)
    clean step:                     count ← count + 1
    interval clean steps in a row:  scale ← scale · growth,  count ← 0

The scale creeps up to the largest power of two that the gradients bear, and falls at once when they do not. A step that is lost
now and then is the price for knowing where that is.

good_steps: clean steps since the last change of the scale, below interval. Returns: (scale, good_steps) after this step.
"""


def update_loss_scale(
    scale: float,
    good_steps: int,
    found_inf: bool,
    growth: float = 2.0,
    backoff: float = 0.5,
    interval: int = 2000,
) -> tuple[float, int]:
    """Scale and count after one step."""
    if found_inf:
        scale, good_steps = scale * backoff, 0
    elif good_steps + 1 == interval:
        scale, good_steps = scale * growth, 0
    else:
        good_steps += 1
    return scale, good_steps
