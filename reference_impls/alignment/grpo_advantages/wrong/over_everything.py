# slip: whole-batch
import torch


def grpo_advantages(rewards, eps=1e-6):
    return (rewards - rewards.mean()) / (rewards.std() + eps)
