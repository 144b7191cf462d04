"""What does the work of a forbidden function under another name: data, found by a search. Standard library only.

The search calls every operator under every key, every function of torch's modules and every entry of its tables on random
inputs, and keeps those whose values agree (`tests/grading/equivalents.py`). Convolutions and whatever needs packed weights
or another device were added by their names, as was what sklearn, scipy and diffusers have. Not here: what an exercise leaves
open, such as clamp for relu, a product of matrices for a linear layer, or indexing for an embedding.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

FUSED_ATTENTION = (
    "_?scaled_dot_product_.*", "_(flash|efficient|cudnn)_attention_.*", "_triton_(scaled_dot|multi_head)_attention",
    "_native_multi_head_attention", "_transformer_encoder_layer_fwd",
)  # fmt: skip
ATTENTION = (
    *FUSED_ATTENTION, "[aA]ttention(_23)?", "MultiheadAttention", "multi_head_attention_forward",
    "flex_attention(_hop|_forward)?", "_flex_attention.*", "math_attention", "sdpa_dense", "varlen_attn", "_varlen_attn",
    "get_attention_scores", ".*AttnProcessor.*",
)  # fmt: skip
NORMS = (
    ".*batch_norm.*", "(native_)?(layer|group|instance)_norm", "_native_layer_norm", "_?(fused_)?rms_norm(_composite)?",
    "MKLDNNLayerNorm_?",
)  # fmt: skip
"""Each is another one of reordered axes, or of x without its mean."""
CONVOLUTIONS = (
    ".*conv(olution|[0-9]d|_tbc|_transpose|_depthwise|_dilated).*", "_?(convolve|correlate)(1d|2|2d|ND)?", "(fft|oa)convolve",
    "_correlate_or_convolve", "_freq_domain_conv", "_?linear_filter", "lfilter", "upfirdn", "filter2D", "filter2d",
)  # fmt: skip
FUSED_ACTIVATIONS = ("_linear_pointwise", "_convolution_pointwise_?", "q(linear|conv).*_pointwise")
OPTIMIZERS = {
    name: (f"_(single|multi)_tensor_{name}", f"_fused_{name}_?", name, *others)
    for name, others in (
        ("adam", ("sparse_adam",)),
        ("adamw", ("sparse_adam",)),
        ("sgd", ("(_(single|multi)_tensor_)?rmsprop",)),
        ("muon", ()),
    )
}
"""RMSprop whose average stays 0, with an eps of 1, is SGD with momentum."""

OF_ONE_IN_MANY = ("(Cy)?HalfMultinomialLoss", "_?sum_exp_minus_max")
"""The softmax, the cross entropy and its gradient, as gradient boosting has them."""

EQUIVALENTS: Mapping[str, tuple[str, ...]] = {
    "scaled_dot_product_attention": ATTENTION,
    "multi_head_attention_forward": ATTENTION,
    "MultiheadAttention": ATTENTION,
    "softmax": (
        "softmin",
        "Softmin",
        "Softmax2d",
        ".*_softmax",
        "softmax_.*",
        "_softmax",
        "SoftmaxTransform",
        "_nested_tensor_softmax.*",
        *FUSED_ATTENTION,
        *OF_ONE_IN_MANY,
    ),
    "log_softmax": (".*log_softmax", "LogSoftmax"),
    "logsumexp": ("logcumsumexp", "_logcumsumexp", *FUSED_ATTENTION, *OF_ONE_IN_MANY),
    "layer_norm": NORMS,
    "rms_norm": ("_fused_rms_norm", "_rms_norm_composite", ".*RMS_?[nN]orm.*", "T5LayerNorm"),
    "group_norm": NORMS,
    "batch_norm": NORMS,
    "instance_norm": (".*batch_norm.*",),
    "gelu": ("addmm_gelu", "_gelu.*", *FUSED_ACTIVATIONS),
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
        *FUSED_ACTIVATIONS,
    ),
    "linear": (
        "mkldnn_linear",
        "_mkl_linear",
        "_linear_pointwise",
        "fbgemm_linear_.*",
        "bilinear",
        "_trilinear",
        "linear_clamp_.*",
    ),
    "embedding": ("embedding_bag", "_embedding_bag.*", "EmbeddingBag"),
    "cross_entropy": (
        "cross_entropy_loss",
        "nll_loss.*",
        "_nll_loss.*",
        "NLLLoss2d",
        "_?linear_cross_entropy",
        "Categorical",
        "log_loss",
        *OF_ONE_IN_MANY,
    ),
    "nll_loss": ("nll_loss.*", "_nll_loss.*"),
    "kl_div": (
        "KLDivLoss",
        "kl_divergence",
        "_kl_.*",
        "_?beta_divergence",
        "power_divergence",
        "DiagonalGaussianDistribution",
    ),
    "kl_divergence": ("_kl_.*", "DiagonalGaussianDistribution"),
    "entropy": ("mutual_info_score", "power_divergence", "shannon_entropy"),
    "rsample": ("DiagonalGaussianDistribution",),
    "huber_loss": ("smooth_l1_loss", "huber", "(Cy)?HuberLoss", "_huber_loss_and_gradient"),
    "smooth_l1_loss": ("huber_loss",),
    "triplet_margin_loss": ("_triplet_margin.*", "TripletMarginWithDistanceLoss"),
    "conv2d": CONVOLUTIONS,
    "dropout": ("native_dropout", "_fused_dropout", "feature_.*dropout_?", "_?alpha_dropout_?", "_VF_dropout"),
    "clip_grad_norm_": ("clip_grad_norm", "_clip_grads_with_norm_", "_get_total_norm"),
    "kaiming_normal_": ("kaiming_normal",),
    "kaiming_uniform_": ("kaiming_uniform",),
    "backward": (
        "(?!.*hook).*_backward(_.*)?",
        "_engine_run_backward",
        "_?backprop",
        "_compute_loss_grad",
        *OF_ONE_IN_MANY,
    ),
    "jvp": ("_?make_dual(_copy)?", "_?unpack_dual", "linearize"),
    "cat": ("(h|v|d|column_|row_)stack",),
    "Muon": ("_zeropower_via_newtonschulz",),
    "gaussian_filter": ("gaussian_filter1d", "gaussian_blur2d"),
    "median_filter": ("(rank|percentile|order)_filter", "(Median|Rank)Filter", "median_?[bB]lur"),
    "peak_signal_noise_ratio": ("psnr(_loss)?", "PSNR(Loss)?", "PeakSignalNoiseRatio"),
    "structural_similarity": (
        "(ms_)?ssim(_loss)?",
        "SSIM(Loss)?",
        "StructuralSimilarity.*",
        "structural_similarity_index.*",
    ),
    "DBSCAN": ("H?DBSCAN", "OPTICS", "(cluster_optics_)?dbscan"),
    "cohen_kappa_score": ("cohens?_kappa", "(Binary|Multiclass)?CohenKappa"),
    **OPTIMIZERS,
}
"""Patterns of whole names, by the name that a problem forbids."""


@functools.cache
def patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """One for all names, and one for those of each forbidden name."""
    each = {name: re.compile(alternatives(own)) for name, own in EQUIVALENTS.items()}
    return re.compile(alternatives({pattern for own in EQUIVALENTS.values() for pattern in own})), each


def equivalents_among(known: Iterable[str]) -> dict[str, list[str]]:
    """For each forbidden name, those of the known ones that do its work; nothing where none does."""
    some, each = patterns()
    found = [name for name in known if some.fullmatch(name)]  # few: then it is worth asking for each
    return {name: [other for other in found if own.fullmatch(other)] for name, own in each.items()} if found else {}


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for any of them."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)
