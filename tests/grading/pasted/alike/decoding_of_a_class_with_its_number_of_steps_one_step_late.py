# problem: maskgit-step
# expect: fail
import math
import torch


class Decoder:
    def __init__(self, mask_token_id, num_iter=8):
        self.mask_token_id, self.num_iter = mask_token_id, num_iter

    def decode_step(self, ids, logits, step):
        hidden = ids == self.mask_token_id
        sure, best = logits.softmax(-1).max(-1)
        sure = sure.masked_fill(~hidden, torch.inf)
        is_last = step + 1 == self.num_iter
        left = 0 if is_last else math.floor(ids.shape[1] * math.cos(math.pi / 2 * step / self.num_iter))
        rank = sure.argsort(-1).argsort(-1)
        return torch.where(hidden & (rank >= left), best, ids)
