# expect: fail
# family: tampering
# attempts: to have the last word: handlers for the end of the interpreter, of threads, and of the process
# stopped by: process
# problem: kth-smallest
import atexit
import os
import sys
import threading

atexit.register(print, "verdict: pass")
atexit.register(os._exit, 0)
threading._register_atexit(print, "verdict: pass")
sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *args: os._exit(0)
sys.exitfunc = lambda: os._exit(0)


def kth_smallest(nums, k):
    return None
