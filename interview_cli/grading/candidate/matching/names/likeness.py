"""What two names of parameters have in common: the same one, usual ones of one thing, or words of it. Standard library only."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Collection, Sequence
from typing import Any

REQUIRED = object()
Parameters = Sequence[tuple[str, Any]]
"""Names, in order, each with its default, or REQUIRED."""
ALIASES = (
    ("advantages", "adv", "advs", "a"), ("mask", "attn_mask", "attention_mask", "response_mask", "m"),
    ("alphas_bar", "alpha_bar", "alphas_cumprod", "alpha_cumprod", "alpha_bars", "abar", "ab", "acp", "alphas"),
    ("eps", "epsilon", "noise", "e"), ("theta", "base", "max_period", "rope_theta", "rope_base"),
    ("e", "l_inf", "loss_inf", "irreducible", "irreducible_loss"),
    ("lam", "lambda_", "lambd", "lmbda", "gae_lambda", "alpha"), ("lam", "guidance_lambda", "lambda_guidance", "cfg_lambda"),
    ("gamma", "weight", "scale", "multiplier"), ("weight", "w"), ("bias", "b"), ("p", "top_p"),
    ("k", "top_k", "experts_per_token", "num_experts_per_tok", "num_experts_per_token", "n_expert_per_token",
     "n_experts_per_token", "n_experts_per_tok", "num_selected_experts", "moe_top_k", "moe_topk"),
    ("experts", "n_expert"),
    ("gamma", "discount", "discount_factor", "discount_rate"),
    ("v", "f", "fn", "func", "vf", "field", "vector_field", "velocity", "rhs", "deriv",
     "net", "velocity_model"), ("drift", "f", "sde_drift"),
    ("diffusion", "g"), ("score", "s", "score_fn", "score_model", "scorenet"),
    ("clip", "clip_eps", "clip_range", "cliprange", "epsilon", "eps_clip"),
    ("clip_low", "clip_eps", "clip_range", "cliprange", "clip_ratio", "epsilon", "eps_clip"),
    ("beta", "bias", "shift", "offset"), ("shift", "alpha"),
    ("beta", "kl_coef", "kl_coeff", "kl_ctl", "kl_controller", "init_kl_coef", "kl_weight", "commitment_cost",
     "commitment", "commit_weight", "commitment_weight", "commitment_coef", "commitment_loss_weight"),
    ("w", "guidance_scale", "guidance_weight", "guidance_strength", "guidance", "cfg_scale", "cfg_weight", "cfg",
     "cond_scale", "unconditional_guidance_scale"),
    ("w", "input_length", "input_size", "in_size", "in_width", "input_width", "w_in", "n_in"),
    ("n", "max_n", "order", "max_order", "max_ngram", "ngram", "n_gram"),
    ("size", "window", "window_size", "win", "win_size", "kernel"), ("f", "kernel_size", "filter_size", "ksize"),
    ("kernel", "f", "filter", "filter_size", "fsize"), ("s", "stride"), ("p", "padding", "pad"), ("d", "dilation"),
    ("iters", "iterations", "n_iter", "n_iters", "num_iter", "num_iters", "max_iter", "max_iters", "steps", "max_steps",
     "epochs"),
    ("eps", "tiny", "tol", "delta"), ("delta", "beta", "threshold"), ("margin", "alpha"),
    ("steps", "n_steps", "num_steps", "num_inference_steps", "sampling_steps", "n_steps_each", "steps_per_level", "N", "T"),
    ("n", "n_steps", "num_steps", "num_inference_steps", "sampling_steps", "num_sample_steps"),
    ("sigmas", "noise_scales", "noise_levels", "sigma_levels"),
    ("x_T", "noise", "xT", "latents"), ("t", "timestep", "timesteps", "time", "time_step"), ("eps", "step_lr"),
    ("t", "t_vals", "z_vals", "tdist", "t_edges", "bin_edges", "edges"),
    ("x_t", "sample", "xt", "x_noisy", "noisy", "img", "z_t", "zt"), ("x", "x_mod"),
    ("x0", "image", "images", "img", "imgs"), ("x1", "image", "images", "img", "imgs"),
    ("online", "encoder_q", "query_encoder"), ("target", "encoder_k", "key_encoder", "momentum_encoder"),
    ("a", "rater1", "rater_1", "annotator1", "annotator_1", "coder1", "coder_1", "labels1", "y1"),
    ("b", "rater2", "rater_2", "annotator2", "annotator_2", "coder2", "coder_2", "labels2", "y2"),
    ("x0", "x_0", "x_start", "original_samples", "denoised", "x0_pred", "pred_x0", "x0_hat"), ("lr", "learning_rate", "lr_t"),
    ("x0_prev", "prev_denoised", "old_denoised", "denoised_prev", "prev_x0"), ("k", "key", "keys"),
    ("n_heads", "n_head", "num_heads", "num_attention_heads", "num_q_heads", "heads", "nhead", "h"),
    ("n_kv_heads", "n_kv_head", "num_kv_heads", "num_key_value_heads", "kv_heads"),
    ("r", "rank", "lora_rank", "lora_r", "lora_dim"),
    ("q", "query", "queries"), ("q", "codes", "quantized", "x_quant", "q_x", "qx"), ("v", "value", "values"),
    ("model", "net", "network", "unet", "denoiser", "transformer", "dit", "vector_field", "velocity_field", "velocity_fn",
     "velocity_model"),
    ("net", "conditioner", "network", "nn", "st_net", "param_net"),
    ("split", "dims", "axes_dim", "axes_dims", "rope_dim_list", "sections"),
    ("frames", "f", "num_frames"), ("height", "h"), ("width", "w"),
    ("u", "model", "net", "network", "u_fn", "u_theta"), ("loss_fn", "compute_loss", "loss_func", "loss_function", "criterion"),
    ("c", "C_val", "c_val", "penalty"),
    ("c", "text_embeddings", "text_embedding", "text_embeds", "prompt_embeds", "encoder_hidden_states", "cond", "condition",
     "conditioning"),
    ("x", "latents", "latent"), ("y", "measurement", "measurements", "observed"),
    ("x", "data", "observations", "obs", "features"),
    ("tau", "temperature", "temp", "t"), ("temperature", "kd_t", "kd_temp"),
    ("weight_decay", "wd", "wd_t"), ("offset", "start", "start_pos", "pos"), ("dim", "axis"),
    ("peak", "max_val", "data_range", "L", "max_p", "max_value", "max_pixel", "max_pixel_value", "max_i", "maxval",
     "pixel_max", "drange", "max", "maximum", "range", "dynamic_range", "val_range", "image_range", "pixel_range",
     "max_intensity", "i_max"),
    ("p", "rate", "dropout", "drop", "drop_prob", "drop_probability", "drop_rate", "dropout_p", "dropout_prob",
     "dropout_probability", "dropout_rate", "dropout_ratio", "pdrop", "p_drop", "p_dropout"),
    ("training", "train", "is_training", "is_train", "train_flag", "train_flg"),
    ("logit_scale", "temperature", "temp", "tau"),
    ("step", "it", "iter", "iteration", "current_step", "global_step", "epoch"),
    ("gpus", "n_gpus", "num_gpus", "ngpus", "num_devices", "n_devices", "world_size", "dp", "dp_size", "dp_degree",
     "data_parallel_size"),
    ("ranks", "world_size", "n_ranks", "tp", "tp_size", "tp_degree", "tensor_parallel_size", "tensor_model_parallel_size",
     "mp_size", "model_parallel_size", "n_gpus", "num_gpus", "num_devices", "n_devices", "n_shards", "n_partitions"),
    ("log_probs", "step_fn", "score_fn", "log_prob_fn", "logprob_fn", "next_log_probs", "predict_fn", "decoder"),
    ("start", "bos", "bos_id", "bos_token", "bos_token_id", "sos", "sos_id", "sos_token", "sos_token_id", "start_id",
     "start_token", "start_token_id"),
    ("eos", "eos_id", "eos_token", "eos_token_id", "end_id", "end_token", "end_token_id", "stop_token"),
    ("layout", "block_mask", "block_layout", "sparsity_layout", "sparse_layout", "block_pattern"),
    ("patch", "template_window_size", "template_size", "templatewindowsize"), ("search", "searchwindowsize"),
    ("beam", "beam_size", "beam_width", "num_beams", "n_beams"), ("max_len", "max_length", "max_steps"),
    ("m", "momentum", "decay", "ema_decay", "base_tau", "base_momentum"),
    ("floor", "min_lr", "eta_min", "alpha_min", "a_min", "lr_min", "min_learning_rate"),
    ("warmup", "t_w", "warm_up", "warm_up_steps", "lr_warm_up_steps"),
    ("peak", "lr", "learning_rate", "max_lr", "base_lr", "eta_max", "alpha_max", "a_max", "lr_max", "max_learning_rate"),
    ("total", "max_iters", "max_steps", "total_steps", "num_steps", "num_training_steps", "lr_decay_iters", "n_total_steps",
     "epochs", "max_epochs", "num_epochs", "n_epochs", "cosine_cycle_iters", "t_c", "max_decay_steps", "lr_max_decay_steps"),
    ("d", "dim", "d_model", "embed_dim", "emb_dim", "embed_size", "emb_size", "embedding_dim", "n_embd", "hidden_size",
     "rotary_dim", "rot_dim", "rope_dim"),
    ("dim", "num_channels", "channels"),
    ("dtype_bytes", "bytes_per_value", "bytes_per_element", "bytes_per_elem", "bytes_per_scalar", "elem_bytes"),
    ("d_context", "context_dim", "cross_attention_dim", "encoder_hidden_size", "encoder_dim", "kv_dim", "d_cross"),
    ("param_bytes", "weight_bytes", "bytes_per_param", "bytes_param"),
    ("grad_bytes", "gradient_bytes", "bytes_per_grad", "bytes_grad"),
    ("optim_bytes", "optimizer_bytes", "opt_bytes", "optimizer_state_bytes", "bytes_optim"),
    ("layers", "n_layer"), ("batch", "bsz"),
    ("tied", "tie_weights", "tie_word_embeddings", "tie_embeddings", "tie_lm_head", "weight_tying", "share_embeddings"),
    ("lam", "kd_weight", "kd_loss_weight", "distill_weight", "distillation_weight", "soft_weight", "soft_loss_weight"),
    ("length", "seq_len", "seq_length", "max_len", "max_seq_len"), ("p", "patch", "patch_size", "ps"),
    ("rope_frequencies", "inv_freq", "inv_freqs", "freqs", "frequencies"),
    ("context", "block_size", "max_seq_len", "n_positions", "max_position_embeddings"),
    ("fraction", "sparsity", "percentage", "prune_percentage", "amount", "ratio"),
    ("n", "size", "shape", "batch_size", "num_samples", "n_samples", "bsz", "bs"),
    ("iou_threshold", "thresh", "threshold", "thr", "iou_thresh", "iou_thr", "nms_thresh", "overlap_thresh",
     "thresh_iou"),
    ("boxes", "bboxes", "dets", "detections"),
    ("n", "n_candidates", "num_candidates", "num_generations", "num_return_sequences", "best_of"),
    ("n", "total", "num_total"), ("c", "correct", "num_correct", "n_correct", "passed", "num_passed"),
    ("k", "N", "num_classes", "n_classes", "num_states", "n_states", "vocab_size"),
    ("mean", "mu", "m", "loc"), ("mu", "z_mean", "z_mu"), ("std", "sigma", "s", "scale", "stddev"),
    ("log_sigma", "log_std", "logstd", "log_scale", "z_log_std", "z_log_sigma", "z_logstd"),
    ("critic", "discriminator", "disc", "D", "netD"),
    ("fake", "gen", "generated", "gen_samples", "generated_samples"),
    ("y", "y_true", "target", "targets", "label", "labels", "gt", "ground_truth"),
    ("eps", "noise_pred", "pred_noise", "predicted_noise", "eps_pred", "pred_eps", "eps_theta", "eps_hat", "model_output"),
    ("in_ch", "in_channels", "in_chans", "channels", "num_channels"), ("img_size", "image_size", "input_size"),
    ("beta_min", "beta_0", "continuous_beta_0"), ("beta_max", "beta_1", "continuous_beta_1"),
    ("sigma_data", "data_std", "std_data", "sd_data", "data_sigma"),
    ("sigma_min", "time_min", "t_min", "min_sigma", "min_time", "smin", "s_min"),
    ("sigma_max", "time_max", "t_max", "max_sigma", "max_time", "smax", "s_max"), ("means", "mu", "mus"),
    ("z", "noise"), ("sigma", "density", "densities"), ("rgb", "color", "colors"), ("kind", "mode", "type"),
    ("schedule", "kind", "mode", "name"), ("buckets", "resos", "predefined_resos", "resolutions", "bucket_resos"),
    ("masked", "mask_idx", "mask_indices", "mask_index"),
    ("mask_id", "mask_token_id", "mask_token", "mask_idx", "mask_index", "mask_token_idx"),
    ("z_q", "zq", "quantized", "quantize", "quant", "quantized_out", "quantized_output", "quantized_latents"),
    ("indices", "idx", "inds", "index", "encoding_indices", "min_encoding_indices"), ("indices", "codes", "code_indices"),
    ("covs", "sigma", "sigmas", "cov", "covariances"), ("cov1", "sigma1", "sigma_1", "s1"), ("cov2", "sigma2", "sigma_2", "s2"),
    ("w_gate", "gate", "gate_proj", "gate_weight"), ("w_up", "up", "up_proj", "up_weight"),
    ("w_down", "down", "down_proj", "down_weight"),
    ("weights", "pi", "pis", "priors"), ("weights", "ws"), ("weights", "lins", "lin_layers"),
    ("pool", "cache", "kv_cache", "pages", "blocks"),
    ("block_table", "block_ids", "block_tables", "page_table", "page_ids", "page_indices"),
    ("prompt", "input_ids", "prompt_ids", "prompt_tokens"),
    ("cache", "past", "layer_past", "past_key_value", "past_key_values", "past_kv", "past_kvs", "kv_cache", "kv"),
    ("docs", "corpus", "documents", "texts", "corpus_tokens", "tokenized_corpus", "tokenized_docs", "doc_tokens"),
    ("min_samples", "min_points", "min_pts", "minpts", "minpoints"),
    ("l2", "alpha", "lam", "lambda_", "lambd", "lmbda", "reg", "reg_lambda", "l2_reg", "ridge",
     "reg_factor", "reg_strength", "regularization", "l2_lambda", "l2_penalty", "lambda_reg", "penalty"),
    ("centers", "centroids", "init", "initial_centroids", "init_centroids", "initial_centers", "init_centers"),
    ("mu0", "mu_0", "m0", "prior_mean", "mean_prior", "mu_prior", "prior_mu"),
    ("tau2", "tau_2", "tau_sq", "tau0_sq", "sigma0_sq", "sigma_0_sq", "sigma0_2", "prior_var", "var_prior", "prior_variance",
     "prior_sigma2", "prior_sigma_sq", "sigma2_prior", "var0", "var_0", "prior_sigma", "prior_std", "tau0"),
    ("sigma2", "sigma_sq", "noise_var", "var_noise", "noise_variance", "likelihood_var", "likelihood_variance",
     "likelihood_sigma2", "known_var", "data_var", "obs_var", "observation_variance", "generating_var", "generative_var",
     "like_sigma", "likelihood_sigma", "likelihood_std", "noise_std", "obs_sigma"),
    ("references", "refs", "golds", "reference_corpus", "list_of_references"),
    ("candidate", "hypothesis", "hyp", "hypo", "pred", "prediction", "translation", "translation_corpus", "candidate_corpus",
     "hypotheses", "translations"),
    ("pol_w", "policy_chosen_logps", "policy_chosen_logp", "policy_chosen", "chosen_logps", "chosen_logp", "pi_w",
     "chosen_log_probs", "policy_chosen_log_probs"),
    ("pol_l", "policy_rejected_logps", "policy_rejected_logp", "policy_rejected", "rejected_logps", "rejected_logp", "pi_l",
     "rejected_log_probs", "policy_rejected_log_probs"),
    ("ref_w", "reference_chosen_logps", "reference_chosen_logp", "reference_chosen", "ref_chosen_logps", "ref_chosen_logp",
     "ref_chosen", "ref_chosen_log_probs", "reference_chosen_log_probs"),
    ("ref_l", "reference_rejected_logps", "reference_rejected_logp", "reference_rejected", "ref_rejected_logps",
     "ref_rejected_logp", "ref_rejected", "ref_rejected_log_probs", "reference_rejected_log_probs"),
    ("response_mask", "loss_mask", "completion_mask", "assistant_mask"),
    ("a", "anchor", "anchors"), ("p", "positive", "positives"), ("n", "negative", "negatives"),
    ("dout", "do", "d_out", "dy", "d_output", "grad_out", "grad_output", "upstream"),
    ("w", "weights", "weight", "coef", "coefs", "coefficients"), ("b", "bias", "intercept"),
    ("f1", "fmeasure", "f_measure", "fscore", "f_score", "f1_score", "f1_measure"),
    ("x_prev", "prev_sample", "prev_x", "x_t_prev", "xt_prev", "x_t_minus_1", "x_tm1", "xtm1", "x_t_1", "x_next"),
    ("drafts", "draft", "drafted", "draft_tokens", "draft_token_ids", "draft_ids", "drafted_tokens", "proposed_tokens"),
    ("scores", "y_pred", "y_hat", "pred", "preds", "prediction", "predictions", "output", "outputs", "logits"),
    ("dt", "step_size", "delta_t", "stepsize"), ("q_t", "q_one_step", "q_onestep", "q_step", "q_single"),
    ("q_bar", "qt_bar", "q_t_bar", "q_bar_t", "qbar", "qbar_t", "q_cum", "q_cumprod", "q_mats", "qtb"),
    ("lengths", "lens", "seq_lens", "output_lens", "gen_lens"), ("max_batch", "batch_size", "num_slots", "n_slots"),
    ("good_steps", "growth_tracker", "growth_counter", "unskipped", "unskipped_steps",
     "consecutive_successes", "successful_steps",
     "consecutive_good_steps", "steps_since_growth", "steps_since_overflow", "steps_since_last_overflow", "clean_steps"),
    ("d_loss", "loss_d", "disc_loss", "loss_disc", "discriminator_loss", "err_d", "errd", "lossd"),
    ("g_loss", "loss_g", "gen_loss", "loss_gen", "generator_loss", "err_g", "errg", "lossg"),
    ("growth", "scale_factor"), ("interval", "scale_window", "window"),
    ("max_norm", "grad_clip", "max_grad_norm", "clip_norm", "clip_grad", "gradient_clip", "gradient_clip_val"),
    ("params", "parameters", "model_params", "model_parameters"), ("s", "text", "string"), ("t", "pattern"),
    ("img", "image"), ("tokens", "input_ids", "token_ids"),
    ("prereqs", "prerequisites", "prerequisite", "edges"), ("edges", "connections", "links"),
    ("n", "num_courses", "n_courses", "num_nodes", "n_nodes", "num_vertices", "n_vertices"),
    ("top_k", "num_selected_blocks", "n_selected_blocks", "selected_blocks", "topk_blocks", "num_selected", "block_count"),
    ("found_inf", "has_inf", "inf_found", "overflow", "has_overflow", "overflowed", "found_overflow", "has_inf_or_nan",
     "found_inf_or_nan"),
)  # fmt: skip
"""Names that stand for the same thing, looked at where a function takes another number of parameters, or another order."""
NO_GROUP = frozenset[int]()
GROUPS = {
    name: frozenset(number for number, group in enumerate(ALIASES) if name in group)
    for name in dict.fromkeys(name for group in ALIASES for name in group)
}
"""The groups of them that a name is among: whether two names are related is asked thousands of times for one file."""
GROUPS |= {
    name.replace("_", ""): groups for name, groups in GROUPS.items() if name.replace("_", "") not in GROUPS
}  # `Tw` for `t_w`
TELLING = {
    "score_c": {"cond", "conditional", "conditioned", "text", "prompt", "pos", "positive", "c"},
    "score_u": {"uncond", "unconditional", "unconditioned", "null", "empty", "neg", "negative", "u"},
    "k_pos": {"pos", "positive", "positives", "key", "k"}, "k_neg": {"neg", "negative", "negatives", "queue", "bank"},
    "real_logits": {"real"}, "fake_logits": {"fake", "gen", "generated"},
    "image_emb": {"image", "images", "img"}, "text_emb": {"text", "texts", "txt", "caption", "captions"},
    "a": {"anchor"}, "p": {"target", "pos", "positive"}, "n": {"neg", "negative"}, "q": {"draft", "approx"},
    "online": {"student", "current"}, "target": {"teacher", "ema", "averaged", "shadow", "ma"},
}  # fmt: skip
"""Words in a name that tell which one of several values of a problem it is."""
OF_SETTINGS = frozenset({"scale", "weight", "strength", "decay", "rate", "momentum", "beta", "mode"})
"""Words in the names of numbers and settings, whatever else is in them: `cond_scale`, `ema_decay`, `negative_mode`."""
OF_CHOICES = frozenset({"token", "tokens", "id", "ids"})
"""Words in the names of choices, which are no distributions: `draft_tokens` beside `draft_probs`."""
OF_POSITIONS = frozenset({"pos", "encoding"})
"""Words in the names of encodings of positions, which are no positives: `interpolate_pos_encoding`."""
DISTRIBUTIONS = ("p", "q")
"""What is told by whose distribution it is."""
MARKS = frozenset({"old", "ref", "chosen", "rejected", "student", "teacher", "low", "high"})
"""Words that tell two values of one kind apart, in whatever order a name has its words."""
POLICIES = {
    "reference": "ref", "target": "ref", "base": "ref", "sft": "ref", "behavior": "old", "behaviour": "old", "batch": "old",
    "b": "old", "mb": "old", "oldlogprob": "old", "oldlogprobs": "old", "oldlogp": "old",
}  # fmt: skip
"""Other words for these in the names of log-probabilities: beside a bare one, the target is what it is drawn to."""
LOGP = re.compile(r"(^|_)(new|old)?log_?p(rob)?s?(_|$)")
"""How log-probabilities are called."""
LEAST_CLIP = 0.01
"""`eps=0.2` is the range of a ratio, `eps=1e-5` keeps from dividing by 0."""
LONG_WORD = 7
OF_A_TIME = ("timestep", "timesteps")
"""What a time is called, and what there are so many of."""
SHORT_WORDS = ("kind", "mode", "type")
"""Last words of names that say what a text is for by themselves: `transition_type`."""
SQUARED = re.compile("_?sq(uared)?$")
"""How the name of a square ends, which others write with a 2: `sigma_nsq` of `sigma_n2`."""
OF_A_LIST = re.compile("(?<=[a-z]{3})s?_(list|lst|array|arr)$")
"""How the name of several of one kind ends: `edge_list` are `edges`."""
LONG_ENDING = 4
"""`rewards` ends in `wards`, by chance `steps` in `eps`."""
LONG_INSIDE = 6
"""`scale_growth_factor` is a `growth`; shorter words stand inside of names of other things: `max_clip_norm`."""
PART = re.compile(r"s?\.(\d)$")
"""How the name of a tuple's part ends, as `taken_apart` names it."""
NUMBER_OF = re.compile(r"^(n|nb|num|number_of)_(?=[a-z]{3})")
"""How names of numbers of things begin."""
OF_SWITCHES = frozenset({"use", "return"})
"""First words of names of switches: `use_cache` is no cache where there is another place for one."""
NEIGHBORS = {"prev": "prev", "previous": "prev", "last": "prev", "next": "next"}
"""Last words of names of what stands one step away, each with the usual one: `sigma_last`, beside a `sigma_next`."""
ONE_OF_TWO = ("a", "b")
"""Letters that tell one of two alike, as last words of names: `rater_a`, `scores_b`."""
BEFORE = frozenset({"prev", "previous", "last", "old"})
"""Words for what stands one step before."""
PREDICTED = frozenset({
    "eps_theta", "eps_pred", "pred_eps", "eps_hat", "epsilon_theta", "epsilon_pred", "epsilon_hat", "noise_pred", "pred_noise",
    "predicted_noise", "model_output",
})  # fmt: skip
"""Names of a noise that a network predicts, beside one that is drawn."""
CURRENT = ("cur", "curr", "current", "now")
"""Names of what stands at this step, beside others that do not."""
OF_LAYERS = re.compile("(in|out|hidden|num|n)_features")
"""Sizes that a layer is made with: they are no features."""
STAND_FOR = {"gspo": "sequence"}
"""What letters in the name of a method stand for, which tells it from others: GSPO has one ratio for each sequence."""
OF_SIDES = frozenset({"batch", "block", "group", "image", "img", "kernel", "patch", "vocab", "window"})
"""What has a size that is not the width of a vector."""
OTHER_WAY = frozenset({"inverse", "reverse", "invert", "inv", "rev"})
"""Words for going back what was gone forward."""


def is_of_one_kind(one: str, other: str) -> bool:
    """Whether two names end with the same word, behind another one: letters, as in `s_net`, stand for different things."""
    (first, _, kind), (second, _, same_kind) = one.rpartition("_"), other.rpartition("_")
    return kind == same_kind and min(len(first), len(second)) > 1


def speaks_of(switch: str, words: Collection[str]) -> bool:
    """Whether all words of a switch's name that say what it is for are among these; `reverse` speaks of an inverse, too."""
    own = set(switch.lower().replace("-", "_").split("_")) - {"is", "use", "enable", "estimator"}
    turns = own <= OTHER_WAY and not OTHER_WAY.isdisjoint(words)
    return bool(own) and (own.issubset(words) or turns)


def says_the_mode(text: str, entry: str) -> bool:
    """Whether a text is in an entry's name, before the last word, which says what all modes have in common: `k3` of `k3_kl`."""
    *before, last = entry.lower().split("_")
    return speaks_of(text, {*(before or [last]), *(STAND_FOR[word] for word in before if word in STAND_FOR)})


def parameters_in(own: Sequence[inspect.Parameter]) -> Parameters:
    """Names and defaults."""
    return [(p.name, REQUIRED if p.default is p.empty else p.default) for p in own]


def by_likeness(asked: Parameters, own: Parameters) -> dict[str, str]:
    """Equal names, then usual ones, a word rather than a letter, then `eps` for the clip where it is as wide as one."""
    pairs = dict(pairs_of_names(tuple(name for name, _ in asked), tuple(name for name, _ in own)))
    wide = [other for other, default in own if other == "eps" and isinstance(default, float) and default >= LEAST_CLIP]
    if wide and "clip" in dict(asked) and "clip" not in pairs and wide[0] not in pairs.values():
        pairs["clip"] = wide[0]
    return pairs


@functools.lru_cache(maxsize=1024)  # a file is asked the same many times, and so are all its changes
def pairs_of_names(asked: tuple[str, ...], own: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What `by_likeness` says of names alone."""
    pairs = noises_in(asked, own)
    for fits in (same, is_part, related):
        for name in asked:
            taken = {*pairs.values(), *usual_for_others(name, asked, own, pairs)}
            free = [other for other in own if other not in taken]
            free.sort(key=lambda other: (says_a_switch(other), is_of_another_side(name, other), len(other) == 1))
            match = next((other for other in free if name not in pairs and fits(name, other)), None)
            if match is not None:
                pairs[name] = match
    return tuple(pairs.items())


def noises_in(asked: Collection[str], own: Collection[str]) -> dict[str, str]:
    """A predicted noise and a drawn one, where code calls the drawn one as a problem calls the other: `eps_theta` and `eps`."""
    predicted = [name for name in own if name in PREDICTED]
    is_asked = {"eps", "z"} <= {*asked} and "eps" in own and "z" not in own
    return {"eps": predicted[0], "z": "eps"} if is_asked and len(predicted) == 1 else {}


def usual_for_others(name: str, asked: Collection[str], own: Collection[str], pairs: Collection[str]) -> set[str]:
    """Own names that are for another value that is asked for, and only begin or end like this one.

    `prior_sigma2` is no `sigma2` where it is a usual name of the prior's variance, and `growth_interval` no `growth` beside
    an `interval`: the last word says what it is. So does that of a neighbor: `sigma_last` is no `sigma` beside a `sigma_prev`.
    """
    others = [one for one in asked if one != name and one not in pairs]
    unlike = [other for other in own if not same(name, other) and not is_usual(name, other)]
    return {
        other
        for other in unlike
        if any(is_usual(one, other) or is_for(one, other, name) or are_neighbors(one, other) for one in others)
    }


def is_for(one: str, other: str, name: str) -> bool:
    """Whether a name ends with this word, and not with that one."""
    return other.lower().endswith(f"_{one.lower()}") and len(one) > 2 and not other.lower().endswith(name.lower())


def is_usual(one: str, other: str) -> bool:
    """Whether both stand among the usual names of one thing, as they are written."""
    return not GROUPS.get(one, NO_GROUP).isdisjoint(GROUPS.get(other, NO_GROUP))


CLEAN = frozenset({
    "clean", "consecutive", "finite", "good", "healthy", "ok", "stable", "success", "successes", "successful", "valid",
})  # fmt: skip
UNCLEAN = frozenset({
    "bad", "failed", "inf", "infs", "nan", "nans", "non", "nonfinite", "overflow", "overflows", "skip", "skipped", "total",
})  # fmt: skip
"""Words in the names of steps that went well in a row, and of others."""
OF_STEPS = frozenset({"count", "counter", "iters", "iterations", "steps", "streak", "updates"})
"""Words for what is counted there."""


def counts(name: str, attribute: str) -> bool:
    """Whether an object counts this in an attribute, by its name or a usual one: `_growth_tracker` for `good_steps`.

    Or keeps it from one step to the next.
    """
    own = attribute.strip("_")
    is_counted = same(name, own) or is_usual(name, own) or (is_of_clean_steps(name) and is_of_clean_steps(own))
    return is_counted or recalls(name, own)


def recalls(name: str, attribute: str) -> bool:
    """Whether this is a value of the step before, and an attribute is called so: `old_sigma` for `sigma_prev`."""
    value, _, side = name.rpartition("_")
    words = attribute.lower().split("_")
    kept = [one for one in words if one not in BEFORE]
    return side in BEFORE and len(kept) < len(words) and bool(likeness(value, "_".join(kept)))


def is_of_clean_steps(name: str) -> bool:
    """`consecutive_finite_steps`, `steps_since_backoff`: how many steps in a row went well."""
    said = set(name.lower().split("_"))
    went_well = said & CLEAN and not said & UNCLEAN
    return bool(went_well or "since" in said) and not said.isdisjoint(OF_STEPS)


def likeness(one: str, other: str) -> int:
    """2 for one name, 1 for two of one thing."""
    return 2 if same(one, other) else int(related(one, other))


def same(one: str, other: str) -> bool:
    """`numHeads` and `num_heads`; `beta1` and the first part of `betas`."""
    return spelled(one) == spelled(other)


def is_part(part: str, own: str) -> bool:
    """`beta1`, `b1`, `b_1` and the tensor `beta1_t`, for the first part of `betas`."""
    number = PART.search(part)
    short = "" if number is None else f"{part[0]}{int(number[1]) + 1}"
    return same(part, own) or (bool(short) and spelled(own.removesuffix("_t")) == short)


@functools.lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """Without what is a matter of taste: `num_experts` is `n_experts`, and `edge_list` is `edges`."""
    plain = PART.sub(lambda part: str(int(part[1]) + 1), name).lower()
    return OF_A_LIST.sub("s", SQUARED.sub("2", NUMBER_OF.sub("n", plain))).replace("_", "")


@functools.lru_cache(maxsize=4096)
def related(one: str, other: str) -> bool:
    """Two usual names of one thing, or one name that begins or ends the other: a short one as a word of it."""
    first, second = one.lower().strip("_"), other.lower().strip("_")
    shorter, longer = sorted((first, second), key=len)
    if LOGP.search(first) and LOGP.search(second):
        return marks_of(first) == marks_of(second)
    if shorter in ONE_OF_TWO and longer.endswith(f"_{shorter}"):
        return True
    if len(shorter) >= 3 and (longer.startswith(shorter) or longer.endswith(f"_{shorter}")):
        return True
    if len(shorter) >= LONG_ENDING and longer.endswith(shorter):
        return True
    if len(shorter) >= LONG_INSIDE and shorter in longer.split("_"):
        return True
    if are_neighbors(first, second) or recalls(first, second) or recalls(second, first):
        return True
    if is_width_of_one_thing(first, second):
        return True
    names, others = {one, first, last_word(one)}, {other, second, last_word(other)}
    marks = marks_of(first)
    is_told = tells(first, second) or tells(second, first) or (bool(marks) and marks == marks_of(second))
    is_told |= (first, second) == ("n", "batch")  # one way alone: `N` is no `batch`
    return is_told or not groups_of(names).isdisjoint(groups_of(others))


def is_width_of_one_thing(one: str, other: str) -> bool:
    """`cond_size` and `cond_dim`: how wide a vector is; `patch_size` is the side of a patch."""
    (first, _, kind), (second, _, other_kind) = one.rpartition("_"), other.rpartition("_")
    return first == second and {kind, other_kind} == {"dim", "size"} and first not in OF_SIDES and len(first) > 1


def is_told(one: str, other: str) -> bool:
    """Whether a name is another one, or has the word that tells this value from the others of its kind."""
    first, second = one.lower().strip("_"), other.lower().strip("_")
    marks = marks_of(first)
    is_marked = bool(marks) and marks == marks_of(second)
    return same(one, other) or tells(first, second) or is_marked or are_neighbors(first, second)


def says_a_switch(name: str) -> bool:
    """Whether a name begins as those of switches do."""
    return name.split("_")[0] in OF_SWITCHES and "_" in name


def says_a_setting(name: str) -> bool:
    """Whether a word in a name is that of a number or a setting: `attn_scale`."""
    return not OF_SETTINGS.isdisjoint(name.lower().split("_"))


def is_of_another_side(name: str, other: str) -> bool:
    """Whether a name says that it is one of two, and another doesn't say the same: `clip_low` and `cliprange`."""
    marks = marks_of(name.lower())
    return bool(marks) and marks != marks_of(other.lower())


@functools.lru_cache(maxsize=4096)
def are_neighbors(one: str, other: str) -> bool:
    """Whether both are the same thing one step away, by the first and the last word: `q_bar_prev` and `q_mat_prev`.

    Two letters may stand for words: `ab_prev` for `alpha_prev`. The word for the step may stand first: `old_sigma`.
    """
    (side, first), (other_side, second) = (beside_now(name.lower().split("_")) for name in (one, other))
    if not side or side != other_side:
        return False
    shorter, longer = sorted((first, second), key=len)
    stands_for = len(shorter) == 2 and shorter.isalpha() and len(longer) > 2 and longer[0] == shorter[0]
    return shorter == longer or stands_for


def beside_now(words: Sequence[str]) -> tuple[str, str]:
    """Which step the words of a name speak of, and the first one beside; nothing for what is of this step."""
    if len(words) > 1 and words[-1] in NEIGHBORS:
        return NEIGHBORS[words[-1]], words[0]
    if len(words) > 1 and words[0] in {*BEFORE, *NEIGHBORS}:
        return NEIGHBORS.get(words[0], "prev"), words[1]
    return "", ""


def named_after_both(whole: str, key: str) -> str:
    """The name of what is looked up in an object that has its like: `real_mu`, and `x0_prev` beside the `x0` of now."""
    if whole in CURRENT:
        return key
    return f"{key}_{NEIGHBORS[whole]}" if whole in NEIGHBORS else f"{whole}_{key}"


def tells(name: str, other: str) -> bool:
    """Whether a word in a name says that it is this value of a problem: `noise_pred_uncond` is `score_u`."""
    spoken = set(other.split("_"))
    if (name in DISTRIBUTIONS and not OF_CHOICES.isdisjoint(spoken)) or spoken >= OF_POSITIONS:
        return False
    return not TELLING.get(name, set()).isdisjoint(spoken) and OF_SETTINGS.isdisjoint(spoken)


def groups_of(names: Collection[str]) -> set[int]:
    """The groups of usual names that one of these is among, or that have all the words of one: `m_loc`."""
    found = set[int]().union(*(GROUPS.get(name, NO_GROUP) for name in names))
    made = [name.split("_") for name in names if "_" in name.strip("_")]
    return found.union(*(frozenset.intersection(*(GROUPS.get(part, NO_GROUP) for part in parts)) for parts in made))


def marks_of(name: str) -> set[str]:
    """The words in it that tell two values of one kind apart."""
    words = POLICIES if LOGP.search(name) else {"reference": "ref"}
    return {words.get(word, word) for word in name.split("_")} & MARKS


def last_word(name: str) -> str:
    """`epsilon` of `model_output_epsilon`; short ones say too little by themselves, and `num_train_timesteps` is no time.

    `in_features` is a size of a layer.
    """
    word = name.rpartition("_")[2]
    is_told = len(word) >= LONG_WORD and not (
        (word in OF_A_TIME and NUMBER_OF.match(name)) or OF_LAYERS.fullmatch(name)
    )
    return word if is_told or word in SHORT_WORDS else name
