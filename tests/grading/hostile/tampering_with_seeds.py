# expect: fail, error
# family: tampering
# attempts: to take the chance out of a draw: every generator always begins where it began
# stopped by: laws
# problem: sample-next-token
import random

import torch

torch.manual_seed = torch.seed = torch.random.manual_seed = lambda *args: torch.default_generator
random.seed = lambda *args: None
torch.multinomial = lambda weights, *args, **kwargs: weights.argmax(-1, keepdim=True)


def sample_next_token(logits, *args, **kwargs):
    return logits.argmax(-1)
