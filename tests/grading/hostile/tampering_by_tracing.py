# expect: fail, error, crashed
# family: tampering
# attempts: to change the runner's local variables from a trace function, at each of its lines
# stopped by: process
# problem: kth-smallest
import ctypes
import sys


def trace(frame, event, argument):
    if frame.f_code.co_name in ("call", "perform", "send", "tree"):
        for name, value in (("answer", {"out": True, "mutated": []}), ("op", "pass"), ("mutated", [])):
            if name in frame.f_locals:
                frame.f_locals[name] = value
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), 0)
    return trace


frame = sys._getframe()
while frame is not None:
    frame.f_trace = trace
    frame = frame.f_back
sys.settrace(trace)
sys.setprofile(lambda *args: None)


def kth_smallest(nums, k):
    return None
