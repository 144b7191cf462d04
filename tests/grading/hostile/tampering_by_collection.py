# expect: fail, error, crashed
# family: tampering
# attempts: code that runs when things end: finalizers that resurrect, weak references, callbacks of the collector
# stopped by: process
import gc
import weakref

import torch

kept = []


class Undead:
    def __del__(self):
        kept.append(self)
        torch.Tensor.detach = lambda tensor: kept[0].tensor
        raise RuntimeError("passed")


def attention(q, k, v, mask=None):
    undead = Undead()
    undead.tensor, undead.itself = v, undead
    weakref.finalize(undead, print, "passed")
    weakref.ref(undead, lambda dead: kept.append(dead))
    gc.callbacks.append(lambda phase, info: kept.append(phase))
    del undead
    gc.collect()
    return v, v
