# expect: forbidden, error
# family: tampering
# attempts: to import a library without the finder that withholds what is in it
# stopped by: withholding
# problem: softmax
import sys
sys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != "Gate"]
import scipy.special
def softmax(x, dim=-1):
    return getattr(scipy.special, "soft" + "max")(x, axis=dim)
