# expect: crashed, error, fail
# family: forged verdicts
# attempts: to keep runner, spy and frames by copying, pickling and calling them from another thread
# stopped by: protocol
# problem: heun-step
import copy
import pickle
import threading


def heun_step(v, x, t, dt):
    for a in [v]:
        if callable(a):
            for f in (copy.copy, copy.deepcopy, pickle.dumps):
                try:
                    f(a)
                except Exception:
                    pass
            ts = [threading.Thread(target=a, args=(x, t)) for _ in range(4)]
            [t.start() for t in ts]
            [t.join() for t in ts]
    return x
