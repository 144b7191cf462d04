"""Batch normalisation of feature maps (Ioffe and Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2, section 3.2).

    y = γ_c (x - μ_c) / √(σ²_c + ε) + β_c,   μ_c, σ²_c: mean and biased variance of channel c over N, H and W

Training normalises with the statistics of the batch and moves the running ones towards them, by the weight `momentum` of the
new value; what is kept of the variance is the unbiased estimate, n/(n-1) times as large for n = N H W. Evaluation normalises
with the running statistics, so that no sample depends on the others, and leaves them as they are.

Shapes: x (N,C,H,W), all others (C,). The running tensors are not written to.
Returns: y (N,C,H,W), new_mean (C,), new_var (C,).
"""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def batch_norm(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    """The normalised maps, and the running statistics after this call."""
    channels, axes = (1, -1, 1, 1), (0, 2, 3)
    if training:
        n = x.numel() // x.shape[1]
        mean = x.mean(dim=axes)  # (C,)
        var = (x - mean.view(channels)).square().mean(dim=axes)  # (C,)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    x_hat = (x - mean.view(channels)) / (var.view(channels) + eps).sqrt()  # (N,C,H,W)
    return gamma.view(channels) * x_hat + beta.view(channels), new_mean, new_var


# ----------------------------------------------------------------------------------------------------------------------

BUFFERS = ("running_mean", "running_var", 3, 4)
"""Of the running statistics no gradient is asked; where momentum is 0, none comes back to x through them, either."""


def channels(draw: Draw, C: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Gain, shift and running statistics, all away from 0 and 1."""
    return (
        draw.normal(C, mean=1.0, scale=0.5),
        draw.normal(C),
        draw.normal(C, mean=0.5),
        draw.uniform(C, low=0.5, high=2.5),
    )


def maps(draw: Draw, *shape: int) -> Tensor:
    """Feature maps whose channels have means and scales of their own."""
    C = shape[1]
    scale, mean = draw.uniform(C, low=0.5, high=3.0).double(), draw.normal(C, scale=2.0).double()
    return draw.floating(draw.normal(*shape).double() * scale.view(1, C, 1, 1) + mean.view(1, C, 1, 1))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one channel, two values", (maps(draw, 1, 1, 1, 2), *channels(draw, 1)), grad=False)
    yield Case("training", (maps(draw, 2, 3, 4, 5), *channels(draw, 3)), grad=False)
    yield Case("evaluation", (maps(draw, 2, 3, 4, 5), *channels(draw, 3)), {"training": False}, constant=BUFFERS)
    yield Case("all arguments", (maps(draw, 4, 2, 3, 2), *channels(draw, 2), True, 0.3, 0.2), grad=False)
    yield Case("a batch of one", (maps(draw, 1, 4, 3, 2), *channels(draw, 4)), {"momentum": 0.25}, grad=False)
    yield Case("maps of one value", (maps(draw, 5, 3, 1, 1), *channels(draw, 3)), {"training": True}, grad=False)
    yield Case("as many channels as columns", (maps(draw, 2, 4, 3, 4), *channels(draw, 4)), grad=False)
    yield Case("all axes alike", (maps(draw, 3, 3, 3, 3), *channels(draw, 3)), {"eps": 0.5}, grad=False)
    gradients = maps(draw, 3, 2, 2, 4), *channels(draw, 2)
    yield Case("momentum 0: nothing is learned", gradients, {"momentum": 0.0}, constant=BUFFERS)
    yield Case(
        "momentum 1: nothing is kept", (maps(draw, 2, 2, 3, 3), *channels(draw, 2)), {"momentum": 1.0}, grad=False
    )
    yield Case(
        "momentum 0 and a large eps", (maps(draw, 2, 5, 1, 3), *channels(draw, 5), True, 0.0, 1.0), constant=BUFFERS
    )
    small = draw.normal(3, 4, 2, 2, scale=2e-3), *channels(draw, 4)
    yield Case("variance below eps", small, grad=False)
    gamma, beta, mean, _ = channels(draw, 3)
    tiny = draw.uniform(3, low=2e-6, high=2e-5)
    yield Case(
        "evaluation, variance below eps", (draw.normal(2, 3, 2, 2), gamma, beta, mean, tiny, False), constant=BUFFERS
    )
    settled = maps(draw, 4, 3, 2, 5), *channels(draw, 3), False, 0.5, 0.4
    yield Case("evaluation, all arguments", settled, constant=BUFFERS)
    one = maps(draw, 1, 3, 2, 3), *channels(draw, 3)
    yield Case("evaluation of one sample, momentum 1", one, {"training": False, "momentum": 1.0}, constant=BUFFERS)


def of_each_sample(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    C = x.shape[1]
    mean, var = running_mean.view(1, C, 1, 1), running_var.view(1, C, 1, 1)
    new_mean, new_var = running_mean, running_var
    if training:
        n = x.shape[2] * x.shape[3]
        mean, var = x.mean(dim=(2, 3), keepdim=True), x.var(dim=(2, 3), correction=0, keepdim=True)
        new_mean = (1 - momentum) * running_mean + momentum * mean.mean(dim=0).flatten()
        new_var = (1 - momentum) * running_var + momentum * var.mean(dim=0).flatten() * n / max(n - 1, 1)
    x_hat = (x - mean) / (var + eps).sqrt()
    return gamma.view(1, C, 1, 1) * x_hat + beta.view(1, C, 1, 1), new_mean, new_var


def of_each_place(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    C, N = x.shape[1], x.shape[0]
    mean, var = running_mean.view(1, C, 1, 1), running_var.view(1, C, 1, 1)
    new_mean, new_var = running_mean, running_var
    if training:
        mean, var = x.mean(dim=0, keepdim=True), x.var(dim=0, correction=0, keepdim=True)
        new_mean = (1 - momentum) * running_mean + momentum * mean.mean(dim=(2, 3)).flatten()
        new_var = (1 - momentum) * running_var + momentum * var.mean(dim=(2, 3)).flatten() * N / max(N - 1, 1)
    x_hat = (x - mean) / (var + eps).sqrt()
    return gamma.view(1, C, 1, 1) * x_hat + beta.view(1, C, 1, 1), new_mean, new_var


NORMALISE = "x_hat = (x - mean.view(channels)) / (var.view(channels) + eps).sqrt()"
RESULT = "return gamma.view(channels) * x_hat + beta.view(channels), new_mean, new_var"
NEW_MEAN = "new_mean = (1 - momentum) * running_mean + momentum * mean\n"
NEW_VAR = "new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)"

PROBLEM = Problem(
    id="batch-norm",
    entries=(batch_norm,),
    cases=cases,
    slips=(
        Slip(
            "normalised-with-the-unbiased-variance",
            NORMALISE,
            "used = var * n / (n - 1) if training else var\n"
            "    x_hat = (x - mean.view(channels)) / (used.view(channels) + eps).sqrt()",
            "The batch is normalised with the unbiased variance (the default of Tensor.var); that one belongs to the running "
            "statistics alone, the batch is divided by the root of the biased one.",
        ),
        Slip(
            "running-variance-biased",
            "momentum * var * n / (n - 1)",
            "momentum * var",
            "The running variance is moved towards the biased variance; it keeps the unbiased one, n / (n - 1) times as large.",
        ),
        Slip(
            "variances-exchanged",
            "momentum * var * n / (n - 1)\n",
            "momentum * var\n        var = var * n / (n - 1)\n",
            "The two variances are exchanged: the batch is normalised with the biased one, the running variance keeps the "
            "unbiased one.",
        ),
        Slip(
            "correction-reversed",
            "var * n / (n - 1)",
            "var * (n - 1) / n",
            "The correction is (n - 1) / n; the unbiased variance is larger than the biased one, by n / (n - 1).",
        ),
        Slip(
            "correction-of-all",
            NEW_VAR,
            "new_var = ((1 - momentum) * running_var + momentum * var) * n / (n - 1)",
            "The correction n / (n - 1) is applied to the old running variance, too; only the batch's is corrected.",
        ),
        Slip(
            "corrected-by-the-batch-size",
            "n = x.numel() // x.shape[1]",
            "n = x.shape[0]",
            "The unbiased variance uses n = N; a channel has n = N*H*W values.",
        ),
        Slip(
            "corrected-by-the-size-of-a-map",
            "n = x.numel() // x.shape[1]",
            "n = x.shape[2] * x.shape[3]",
            "The unbiased variance uses n = H*W; a channel has n = N*H*W values.",
        ),
        Slip(
            "corrected-by-all-values",
            "n = x.numel() // x.shape[1]",
            "n = x.numel()",
            "The unbiased variance uses the number of all values; a channel has n = N*H*W of them.",
        ),
        Slip(
            "momentum-reversed",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean = momentum * running_mean + (1 - momentum) * mean\n"
            "        new_var = momentum * running_var + (1 - momentum) * var * n / (n - 1)",
            "momentum is taken as the weight of the old value, as in other libraries; here it is that of the new one.",
        ),
        Slip(
            "momentum-reversed-and-biased",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean = momentum * running_mean + (1 - momentum) * mean\n"
            "        new_var = momentum * running_var + (1 - momentum) * var",
            "momentum is taken as the weight of the old value, and the biased variance is kept: here it weights the new value, "
            "and the running variance takes the unbiased one.",
        ),
        Slip(
            "momentum-reversed-for-the-mean",
            NEW_MEAN,
            "new_mean = momentum * running_mean + (1 - momentum) * mean\n",
            "For the mean, momentum is taken as the weight of the old value; it is that of the new one.",
        ),
        Slip(
            "momentum-reversed-for-the-variance",
            NEW_VAR,
            "new_var = momentum * running_var + (1 - momentum) * var * n / (n - 1)",
            "For the variance, momentum is taken as the weight of the old value; it is that of the new one.",
        ),
        Slip(
            "old-value-not-reduced",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean = running_mean + momentum * mean\n        new_var = running_var + momentum * var * n / (n - 1)",
            "The batch's statistics are added to the old ones without the factor 1 - momentum, so that they grow for ever.",
        ),
        Slip(
            "new-value-not-weighted",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean = (1 - momentum) * running_mean + mean\n        new_var = (1 - momentum) * running_var + var * n / (n - 1)",
            "The batch's statistics are added without the factor momentum: new = (1 - momentum) * old + momentum * batch.",
        ),
        Slip(
            "not-updated",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean, new_var = running_mean, running_var",
            "The running statistics come back as they were; training moves them towards those of the batch.",
        ),
        Slip(
            "batch-statistics-returned",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean, new_var = mean, var * n / (n - 1)",
            "The batch's own mean and variance come back; return the running ones, moved towards them by momentum.",
        ),
        Slip(
            "biased-batch-statistics-returned",
            NEW_MEAN + "        " + NEW_VAR,
            "new_mean, new_var = mean, var",
            "The batch's own mean and biased variance come back; return the running ones, moved towards mean and unbiased "
            "variance by momentum.",
        ),
        Slip(
            "deviation-kept",
            "momentum * var * n / (n - 1)",
            "momentum * (var * n / (n - 1)).sqrt()",
            "The running variance is moved towards the standard deviation; it keeps the variance.",
        ),
        Slip(
            "eps-kept",
            "momentum * var * n / (n - 1)",
            "momentum * (var * n / (n - 1) + eps)",
            "eps gets into the running variance; it is only added where a root is taken.",
        ),
        Slip(
            "variance-about-the-running-mean",
            "(x - mean.view(channels)).square().mean(dim=axes)",
            "(x - running_mean.view(channels)).square().mean(dim=axes)",
            "The squares are taken about the running mean; the variance of a batch is about its own mean.",
        ),
        Slip(
            "training-ignored",
            "if training:",
            "if True:",
            "training has no effect: evaluation uses the batch and moves the statistics, too. It uses the running ones alone.",
        ),
        Slip(
            "never-training",
            "if training:",
            "if False:",
            "The running statistics are used in training, too, and never moved: training uses those of the batch.",
        ),
        Slip(
            "training-reversed",
            "if training:",
            "if not training:",
            "The two modes are exchanged: training uses the batch, evaluation the running statistics.",
        ),
        Slip(
            "evaluation-with-the-batch",
            "mean, var = running_mean, running_var\n",
            "mean, var = x.mean(dim=axes), x.var(dim=axes, correction=0)\n",
            "Evaluation normalises with the batch; it uses the running statistics.",
        ),
        Slip(
            "evaluation-moves-the-statistics",
            "        new_mean, new_var = running_mean, running_var\n",
            "        new_mean = (1 - momentum) * running_mean + momentum * x.mean(dim=axes)\n"
            "        new_var = (1 - momentum) * running_var + momentum * x.var(dim=axes)\n",
            "Evaluation moves the running statistics; it returns them unchanged.",
        ),
        Slip(
            "nothing-in-evaluation",
            "        new_mean, new_var = running_mean, running_var\n",
            "        new_mean = new_var = None\n",
            "Evaluation returns None in place of the running statistics: return them unchanged.",
        ),
        Slip(
            "evaluation-without-eps",
            NORMALISE,
            "x_hat = (x - mean.view(channels)) / (var.view(channels) + (eps if training else 0.0)).sqrt()",
            "Evaluation leaves out eps: it is added to the running variance, too.",
        ),
        Slip(
            "evaluation-without-the-root",
            NORMALISE,
            "scale = (var + eps).sqrt() if training else var + eps\n"
            "    x_hat = (x - mean.view(channels)) / scale.view(channels)",
            "Evaluation divides by the running variance; divide by its root.",
        ),
        Slip(
            "evaluation-without-gain-and-shift",
            RESULT,
            "y = gamma.view(channels) * x_hat + beta.view(channels) if training else x_hat\n    return y, new_mean, new_var",
            "Evaluation leaves out gamma and beta: they are applied in both modes.",
        ),
        Slip(
            "evaluation-corrects-the-variance",
            NORMALISE,
            "n = x.numel() // x.shape[1]\n    used = var if training else var * (n - 1) / n\n"
            "    x_hat = (x - mean.view(channels)) / (used.view(channels) + eps).sqrt()",
            "Evaluation turns the running variance into a biased one; it is used as it is.",
        ),
        Slip(
            "normalised-with-the-moved-statistics",
            NORMALISE,
            "x_hat = (x - new_mean.view(channels)) / (new_var.view(channels) + eps).sqrt()",
            "Training normalises with the running statistics after their update; it uses the batch's own.",
        ),
        Slip(
            "normalised-with-the-old-statistics",
            NORMALISE,
            "x_hat = (x - running_mean.view(channels)) / (running_var.view(channels) + eps).sqrt()",
            "Training normalises with the old running statistics, though it moves them; it uses the batch's own.",
        ),
        Slip(
            "eps-outside-root",
            "(var.view(channels) + eps).sqrt()",
            "(var.view(channels).sqrt() + eps)",
            "eps is added to the standard deviation; it is added to the variance, inside the root.",
        ),
        Slip(
            "no-eps",
            "(var.view(channels) + eps)",
            "var.view(channels)",
            "eps is not used: it is added to the variance.",
        ),
        Slip(
            "eps-constant",
            "(var.view(channels) + eps)",
            "(var.view(channels) + 1e-5)",
            "The argument eps has no effect.",
        ),
        Slip(
            "eps-as-floor",
            "(var.view(channels) + eps)",
            "var.view(channels).clamp(min=eps)",
            "eps is a lower bound of the variance; it is added to it.",
        ),
        Slip(
            "default-eps-of-1e-3",
            "eps: float = 1e-5",
            "eps: float = 1e-3",
            "The default of eps is 1e-5; yours is 1e-3.",
        ),
        Slip(
            "default-eps-of-1e-6",
            "eps: float = 1e-5",
            "eps: float = 1e-6",
            "The default of eps is 1e-5; yours is 1e-6.",
        ),
        Slip(
            "default-eps-of-1e-8",
            "eps: float = 1e-5",
            "eps: float = 1e-8",
            "The default of eps is 1e-5; yours is 1e-8.",
        ),
        Slip(
            "default-momentum-of-0.9",
            "momentum: float = 0.1",
            "momentum: float = 0.9",
            "The default of momentum is 0.1; yours is 0.9.",
        ),
        Slip(
            "default-momentum-of-0.01",
            "momentum: float = 0.1",
            "momentum: float = 0.01",
            "The default of momentum is 0.1; yours is 0.01.",
        ),
        Slip(
            "momentum-constant",
            "channels, axes =",
            "momentum = 0.1\n    channels, axes =",
            "The argument momentum has no effect.",
        ),
        Slip(
            "no-root",
            "(var.view(channels) + eps).sqrt()",
            "(var.view(channels) + eps)",
            "You divide by the variance; divide by its root.",
        ),
        Slip(
            "multiplied-by-the-root",
            "/ (var.view(channels)",
            "* (var.view(channels)",
            "You multiply by the standard deviation; divide by it.",
        ),
        Slip(
            "no-centring",
            "x_hat = (x - mean.view(channels)) /",
            "x_hat = x /",
            "The mean is not subtracted from what is normalised.",
        ),
        Slip(
            "variance-about-zero",
            "var = (x - mean.view(channels)).square()",
            "var = x.square()",
            "The mean of the squares is taken for the variance: square the deviations from the mean.",
        ),
        Slip(
            "statistics-of-everything",
            "n = x.numel() // x.shape[1]\n        mean = x.mean(dim=axes)  # (C,)\n"
            "        var = (x - mean.view(channels)).square().mean(dim=axes)",
            "n = x.numel()\n        mean = x.mean().expand(x.shape[1])\n        var = x.var(correction=0).expand(x.shape[1])",
            "One mean and variance are taken over all channels; each channel has its own.",
        ),
        FunctionSlip(
            "statistics-of-each-sample",
            {"batch_norm": of_each_sample},
            "Each sample is normalised by itself, over H and W, as in instance normalisation: the batch is averaged over, too.",
        ),
        FunctionSlip(
            "statistics-of-each-place",
            {"batch_norm": of_each_place},
            "Each place of the maps has its own statistics, over N alone; those of a channel run over N, H and W.",
        ),
        Slip(
            "statistics-along-the-width",
            "channels, axes = (1, -1, 1, 1), (0, 2, 3)",
            "channels, axes = (1, 1, 1, -1), (0, 1, 2)",
            "The last axis is taken for the channels, (N,H,W,C); here they are axis 1, (N,C,H,W).",
        ),
        Slip(
            "axes-lost",
            NORMALISE + "  # (N,C,H,W)\n    " + RESULT,
            "x_hat = (x - mean) / (var + eps).sqrt()\n    return gamma * x_hat + beta, new_mean, new_var",
            "Tensors of shape (C,) are aligned with the last axis, the width: view them as (1,C,1,1).",
        ),
        Slip(
            "gain-and-shift-along-the-width",
            "gamma.view(channels) * x_hat + beta.view(channels)",
            "gamma * x_hat + beta",
            "gamma and beta are aligned with the last axis, the width: view them as (1,C,1,1).",
        ),
        Slip(
            "no-gain-and-shift",
            "gamma.view(channels) * x_hat + beta.view(channels)",
            "x_hat",
            "gamma and beta are not applied.",
        ),
        Slip("no-gain", "gamma.view(channels) * x_hat", "x_hat", "The gain gamma is not applied."),
        Slip("no-shift", "x_hat + beta.view(channels)", "x_hat", "The shift beta is not added."),
        Slip(
            "gain-on-the-shift",
            "gamma.view(channels) * x_hat + beta.view(channels)",
            "gamma.view(channels) * (x_hat + beta.view(channels))",
            "gamma scales beta, too: the shift comes after the gain.",
        ),
        Slip(
            "gain-and-shift-exchanged",
            "gamma.view(channels) * x_hat + beta.view(channels)",
            "beta.view(channels) * x_hat + gamma.view(channels)",
            "gamma and beta are exchanged.",
        ),
        Slip(
            "shift-subtracted",
            "x_hat + beta",
            "x_hat - beta",
            "beta is subtracted; it is added.",
        ),
        Slip(
            "gain-plus-one",
            "gamma.view(channels) * x_hat",
            "(1 + gamma.view(channels)) * x_hat",
            "1 is added to gamma, as where the gain is stored as an offset; here gamma is the gain itself.",
        ),
        Slip(
            "statistics-detached",
            NORMALISE,
            "x_hat = (x - mean.detach().view(channels)) / (var.detach().view(channels) + eps).sqrt()",
            "Mean and variance of the batch are taken as constants: the gradient of y has to go through them, too. Only the "
            "running statistics are.",
        ),
        Slip(
            "mean-detached",
            "x_hat = (x - mean.view",
            "x_hat = (x - mean.detach().view",
            "The batch's mean is taken as a constant where it is subtracted: the gradient has to go through it, too.",
        ),
        Slip(
            "normalised-alone",
            "return gamma.view(channels) * x_hat + beta.view(channels), new_mean, new_var",
            "return gamma.view(channels) * x_hat + beta.view(channels)",
            "Only the maps come back: return (y, new_mean, new_var), in evaluation, too.",
        ),
        Slip(
            "variance-before-the-mean",
            "beta.view(channels), new_mean, new_var",
            "beta.view(channels), new_var, new_mean",
            "The running variance comes back before the running mean: the order is (y, new_mean, new_var).",
        ),
    ),
)
