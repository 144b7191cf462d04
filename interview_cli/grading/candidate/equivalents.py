"""What does the work of a forbidden function under another name: data, found by a search. Standard library only.

The search calls every operator under every key, every function of torch's modules and every entry of its tables on random
inputs, and keeps those whose values agree (`tests/grading/equivalents.py`). Convolutions and whatever needs packed weights
or another device were added by their names. Not here: what an exercise leaves open, such as clamp for relu, a product of
matrices for a linear layer, or indexing for an embedding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

ATTENTION = (
    "_?scaled_dot_product_.*", "_(flash|efficient|cudnn)_attention_.*", "_triton_(scaled_dot|multi_head)_attention",
    "_native_multi_head_attention", "_transformer_encoder_layer_fwd", "[aA]ttention(_23)?",
)  # fmt: skip
CONVOLUTIONS = (".*conv(olution|[0-9]d|_tbc|_transpose|_depthwise|_dilated).*",)
OPTIMIZERS = {
    name: (f"_(single|multi)_tensor_{name}", f"_fused_{name}_?", name) for name in ("adam", "adamw", "sgd", "muon")
}

EQUIVALENTS: Mapping[str, tuple[str, ...]] = {
    "scaled_dot_product_attention": ATTENTION,
    "multi_head_attention_forward": ATTENTION,
    "MultiheadAttention": ATTENTION,
    "softmax": ("softmin", "Softmin", "Softmax2d", ".*_softmax", "softmax_.*", "_softmax"),
    "log_softmax": (".*log_softmax", "LogSoftmax"),
    "logsumexp": ("logcumsumexp", "_logcumsumexp"),
    "layer_norm": ("native_(layer|group)_norm", "_native_layer_norm", "group_norm", "instance_norm"),
    "rms_norm": ("_fused_rms_norm", "_rms_norm_composite"),
    "group_norm": ("native_group_norm",),
    "batch_norm": (".*batch_norm.*", "instance_norm"),
    "instance_norm": (".*batch_norm.*",),
    "gelu": ("addmm_gelu", "_gelu.*"),
    "relu": (
        "_add_relu_?",
        "relu6_?",
        "threshold_?",
        "_threshold",
        "rrelu_?",
        "rrelu_with_noise.*",
        "leaky_relu_?",
        "elu_?",
        "celu_?",
        "prelu",
        "_prelu_kernel",
        "ReLU6",
        "LeakyReLU",
        "RReLU",
        "PReLU",
        "Threshold",
    ),
    "linear": ("mkldnn_linear", "_mkl_linear", "_linear_pointwise", "fbgemm_linear_.*", "bilinear", "_trilinear"),
    "embedding": ("embedding_bag", "_embedding_bag.*", "EmbeddingBag"),
    "cross_entropy": ("cross_entropy_loss", "nll_loss.*", "_nll_loss.*", "NLLLoss2d", "_?linear_cross_entropy"),
    "nll_loss": ("nll_loss.*", "_nll_loss.*"),
    "kl_div": ("KLDivLoss",),
    "huber_loss": ("smooth_l1_loss",),
    "smooth_l1_loss": ("huber_loss",),
    "triplet_margin_loss": ("_triplet_margin.*", "TripletMarginWithDistanceLoss"),
    "conv2d": CONVOLUTIONS,
    "dropout": ("native_dropout", "_fused_dropout", "feature_.*dropout_?", "_?alpha_dropout_?", "_VF_dropout"),
    "clip_grad_norm_": ("clip_grad_norm", "_clip_grads_with_norm_", "_get_total_norm"),
    "kaiming_normal_": ("kaiming_normal",),
    "kaiming_uniform_": ("kaiming_uniform",),
    "backward": ("(?!.*hook).*_backward(_.*)?", "_engine_run_backward"),
    **OPTIMIZERS,
}
"""Patterns of whole names, by the name that a problem forbids."""


def equivalents_among(known: Iterable[str]) -> dict[str, list[str]]:
    """For each forbidden name, those of the known ones that do its work."""
    patterns = {name: re.compile(alternatives(own)) for name, own in EQUIVALENTS.items()}
    some = re.compile(alternatives({pattern for own in EQUIVALENTS.values() for pattern in own}))
    found = [name for name in known if some.fullmatch(name)]  # few: then it is worth asking for each
    return {name: [other for other in found if pattern.fullmatch(other)] for name, pattern in patterns.items()}


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for any of them."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)
