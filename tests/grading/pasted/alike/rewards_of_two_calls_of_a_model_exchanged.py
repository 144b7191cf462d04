# problem: reward-model-loss
# expect: fail
# says: your reward_model gives r_chosen and r_rejected
# says: trains the model to prefer the rejected answer
import torch.nn.functional as F


def pairwise_loss(reward_model, chosen_ids, chosen_mask, rejected_ids, rejected_mask):
    chosen = reward_model(chosen_ids, chosen_mask).squeeze(-1)
    rejected = reward_model(rejected_ids, rejected_mask).squeeze(-1)
    return -F.logsigmoid(rejected - chosen).mean()
