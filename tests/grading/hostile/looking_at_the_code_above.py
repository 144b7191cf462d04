# expect: fail
# family: looking for answers
# attempts: what the code objects, closures and defaults of every frame above hold
# stopped by: process
# problem: kth-smallest
import gc
import sys
import types

f = sys._getframe()
seen = []
while f:
    seen += [repr(v)[:300] for v in f.f_locals.values()] + [repr(c) for c in f.f_code.co_consts]
    f = f.f_back
for o in gc.get_objects():
    if isinstance(o, (dict, list, tuple, types.FunctionType)) and o is not seen:
        try:
            t = repr(o)[:200]
        except BaseException:
            continue
        if "sorted(nums)[k" in t and "solution" not in t:
            seen.append("REFERENCE " + t)
hit = [s for s in seen if s.startswith("REFERENCE") or "'seed': 3" in s]
if hit:
    raise AssertionError("BREACH: {!r}".format(hit[:2]))


def kth_smallest(nums, k):
    return None
