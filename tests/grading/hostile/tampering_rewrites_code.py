# expect: fail
# family: tampering
# attempts: other code in the functions of the runner, in place
# stopped by: comparison
import sys

f = sys._getframe()
while type(f.f_locals.get("self")).__name__ != "Runner":
    f = f.f_back
r = f.f_locals["self"]


def call(self, frame):
    return {"out": frame.value[1][2], "mutated": [], "operators": [], "largest": 0, "grads": {}}


type(r).call.__code__ = call.__code__
type(r).raised.__code__ = (lambda self, frame: ["ValueError"]).__code__


def attention(q, k, v, mask=None):
    return v, v
