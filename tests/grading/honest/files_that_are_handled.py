# uses: a cache on disk, a device and a program that may not be there, each with a way out
# problem: kth-smallest
import os
import pathlib
import subprocess
import tempfile

try:
    with tempfile.NamedTemporaryFile("w") as cache:
        cache.write("x")
except OSError:
    cache = None
try:
    pathlib.Path("~/.cache/solution").expanduser().mkdir(parents=True, exist_ok=True)
except OSError:
    pass
try:
    devices = subprocess.check_output(["nvidia-smi", "-L"], text=True)
except (OSError, subprocess.CalledProcessError):
    devices = ""
settings = open(".env").read() if os.path.exists(".env") else os.environ.get("SETTINGS", "")


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]
