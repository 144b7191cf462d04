# expect: forbidden, error
# family: tampering
# attempts: to put a finder of its own before the one that withholds
# stopped by: withholding
# problem: psnr
import importlib.machinery, importlib.util, sys
class Around:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return importlib.machinery.PathFinder.find_spec(name, path, target)
sys.meta_path.insert(0, Around)
m = importlib.import_module("skimage.metrics")
def psnr(x, y, peak=255.0):
    f = getattr(m, "_".join(("peak", "signal", "noise", "ratio")))
    return f(x, y, data_range=peak)
