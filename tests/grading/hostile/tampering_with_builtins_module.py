# expect: crashed, error
# family: tampering
# attempts: builtins that are another dictionary for every frame, and a compile that sees everything
# stopped by: process
import builtins


class B(dict):
    def __missing__(self, k):
        return lambda *a, **k: True


builtins.__dict__["len"] = lambda o: 0
builtins.__dict__["sorted"] = lambda o, **k: []
builtins.__dict__["memoryview"] = lambda o: []
builtins.__dict__["isinstance"] = lambda *a: True


def attention(q, k, v, mask=None):
    return v, v
