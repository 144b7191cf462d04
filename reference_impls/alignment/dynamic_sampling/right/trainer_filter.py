from collections import defaultdict

import torch


def informative_groups(rewards):
    """As in a trainer: collect the metric of each prompt, keep prompts with more than one value."""
    prompt_uid2metric_vals = defaultdict(list)
    for uid in range(rewards.shape[0]):
        for metric_val in rewards[uid].tolist():
            prompt_uid2metric_vals[uid].append(metric_val)
    kept = {uid for uid, values in prompt_uid2metric_vals.items() if len(set(values)) > 1}
    return torch.tensor([uid in kept for uid in range(rewards.shape[0])])
