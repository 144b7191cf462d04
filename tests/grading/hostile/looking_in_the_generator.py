# expect: fail
# family: looking for answers
# attempts: to draw the judge's inputs itself, from the state of the generators that it inherited and from small seeds
# stopped by: process
import random

import numpy
import torch

states = [torch.get_rng_state(), torch.default_generator.get_state()]
small = [torch.Generator().manual_seed(seed).get_state() for seed in range(50)]
python, array = random.getstate(), numpy.random.get_state()


def attention(q, k, v, mask=None):
    for state in (*states, *small):
        generator = torch.Generator()
        generator.set_state(state)
        for dtype in (torch.float32, torch.float64):
            if torch.equal(torch.randn(q.shape, generator=generator, dtype=dtype).to(q.dtype), q):
                raise AssertionError("BREACH: the inputs can be predicted")
    return v, v
