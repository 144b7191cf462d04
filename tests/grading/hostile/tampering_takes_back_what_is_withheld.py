# expect: forbidden, error
# family: tampering
# attempts: to bring a forbidden function back: without the hooks, from collected objects, by loading its module again
# stopped by: withholding
import gc
import sys

import torch

sys.meta_path[:] = [f for f in sys.meta_path if type(f).__module__ == "importlib._bootstrap"] or sys.meta_path
name = "_".join(("scaled", "dot", "product", "attention"))
for o in gc.get_objects():
    if type(o).__name__ in ("Library", "_DispatchModule"):
        try:
            o._destroy()
        except Exception:
            pass
sys.modules["interview_cli.grading.candidate.withheld"].__dict__.clear()
gc.collect()


def attention(q, k, v, mask=None):
    s = q @ k.mT / q.shape[-1] ** 0.5
    a = None if mask is None else torch.as_tensor(mask).broadcast_to(s.shape) != 0
    s = s if mask is None else s.masked_fill(~a, float("-inf"))
    return getattr(torch.ops.aten, name)(q, k, v, a), s.softmax(-1)
