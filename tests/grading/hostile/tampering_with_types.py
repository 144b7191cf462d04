# expect: error, crashed, fail
# family: tampering
# attempts: new methods in types of C's, by their dictionaries, and flags that make them changeable
# stopped by: process
import ctypes
import gc


def d(t):
    return gc.get_referents(t.__dict__)[0]


for t in (int, float, list, dict, str, bytes, type, object, tuple):
    try:
        d(t)["__eq__"] = lambda *a: True
    except Exception:
        pass
d(list)["__len__"] = lambda s: 1
d(dict)["get"] = lambda *a: "ok"
ctypes.pythonapi.PyType_Modified(ctypes.py_object(list))
ctypes.pythonapi.PyType_Modified(ctypes.py_object(dict))
ctypes.pythonapi.PyType_Modified(ctypes.py_object(int))


def attention(q, k, v, mask=None):
    return v, v
