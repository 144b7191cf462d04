# problem: speculative-decoding
# expect: fail
# says: right for what it covers: 16 of 16
# says: your code draws u by itself
import torch


def scaled_to_one(row):
    return row / row.sum()


def check_drafts(target_probs, draft_probs, draft_tokens):
    number = draft_tokens.shape[0]
    for place in range(number):
        chance = torch.rand(1)
        token = draft_tokens[place]
        if chance >= target_probs[place, token] / draft_probs[place, token]:
            return place, scaled_to_one(torch.clamp(target_probs[place] - draft_probs[place], min=0))
    return number, target_probs[number]
