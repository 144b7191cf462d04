# uses: the sources and folders of packages, which anyone may read
# problem: kth-smallest
import importlib.metadata
import inspect
import os

import numpy
import torch

assert "def forward" in inspect.getsource(torch.nn.Linear)
assert os.listdir(os.path.dirname(torch.__file__)) and open(numpy.__file__).read()
assert importlib.metadata.version("torch").split("+")[0] == torch.__version__.split("+")[0]
assert os.path.exists("/proc/cpuinfo") and open("/dev/urandom", "rb").read(4) and os.urandom(4)
print(torch.__config__.parallel_info(), torch.__config__.show())


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]
